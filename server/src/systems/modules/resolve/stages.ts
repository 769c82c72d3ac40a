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
/** A stage of the pipeline, in the order in which a module passes them. */
export type Stage = (typeof STAGES)[number];
