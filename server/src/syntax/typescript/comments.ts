import { readScript } from './tree';

/**
 * Start and end of each line comment that speaks of a registry; the text is only parsed if one may. A comment in a text that
 * is too much for the parser counts for nothing.
 */
export function scriptComments(text: string): readonly (readonly [number, number])[] {
  if (!/\/\/\s*registry:/.test(text)) return [];
  const found: (readonly [number, number])[] = [];
  readScript(text)
    ?.root.cursor()
    .iterate(({ name, from, to }) => {
      if (name === 'LineComment') found.push([from, to]);
    });
  return found;
}
