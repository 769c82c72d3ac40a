import type { MetadataFact } from '../facts';

/** An artifact that metadata names among its `dependencies`. */
export interface Need {
  /** As written: with a namespace or a type before it, maybe. */
  readonly text: string;
  /** Of the fields of the metadata. */
  readonly index: number;
}

/** What the metadata of an artifact says that it needs. */
export function needsOf({ fields }: MetadataFact): Need[] {
  return fields.flatMap(({ name, value }, index) =>
    isNeed(name) && typeof value === 'string' && value !== '' ? [{ text: value, index }] : [],
  );
}

/** Whether a field of metadata names an artifact that is needed. */
export function isNeed(field: string): boolean {
  return /^dependencies\.\d+\.name$/.test(field);
}

/** A name alone, without namespace, type and version. */
export function bareName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1).replace(/@[^@]*$/, '');
}
