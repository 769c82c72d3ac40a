/** What the registry demands of ids (formats 2.3). */

export const ID_PATTERN = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/;
/** How many characters an id has at most. */
export const MAX_ID_LENGTH = 192;
/** The words that no id may begin with. */
export const RESERVED_WORDS: readonly string[] = ['system', 'internal', 'core', 'apcore', 'plugin', 'schema', 'acl'];

/** The reserved word that an id begins with; only its first segment is looked at, whatever its case. */
export function reservedWordOf(id: string): string | undefined {
  const first = id.replace(/\..*/s, '').toLowerCase();
  return RESERVED_WORDS.includes(first) ? first : undefined;
}

/** Ids for modules that are registered by code at run time; a TypeScript file must not have one (formats 2.8). */
export function isEphemeral(id: string): boolean {
  return id.split('.', 1)[0] === 'ephemeral';
}

/** An id of the form that the pattern asks for, close to one that is not: for file names with capitals and hyphens. */
export function conformingId(id: string): string | undefined {
  const segments = id.split('.').map(segment =>
    segment
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^[_\d]+|_$/g, '')
      .toLowerCase(),
  );
  const made = segments.join('.');
  return ID_PATTERN.test(made) ? made : undefined;
}
