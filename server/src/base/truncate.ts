import { visible } from './escape-invisible';

/** The most characters of a name that a message quotes. */
const LONGEST = 80;

/**
 * A name from the user's text as messages show it: on one line, with every character visible, shortened.
 * Without quotes; messages put single ones around it.
 */
export function shown(name: string): string {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : name;
  return visible(cut);
}
