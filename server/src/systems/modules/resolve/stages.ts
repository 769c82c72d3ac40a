/** The stages of `Registry.discover()`, in their order (document 003). */
export const STAGES = [
  'scan',
  'ID map',
  'metadata',
  'entry point',
  'validation',
  'dependency collection',
  'dependency resolution',
  'registration',
] as const;
export type Stage = (typeof STAGES)[number];
