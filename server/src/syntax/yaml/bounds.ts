/** Bounds of what is read. Real files stay far below; see `reader.ts` for what happens beyond. */

/** Characters of a text. A dense megabyte takes the library a second and a half. */
export const MAX_TEXT = 2_000_000;
/**
 * Levels of nesting. PyYAML gives up at about 300, and the library must not come near the end of the stack: a regular
 * expression that is compiled there ends the process.
 */
export const MAX_DEPTH = 256;
/** Values that aliases repeat, all together. */
export const MAX_REPEATED = 10_000;
/** Problems of one text; after so many a person needs no more. */
export const MAX_PROBLEMS = 30;
