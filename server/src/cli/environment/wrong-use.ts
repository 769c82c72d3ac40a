import { visible } from '../../base/escape-invisible';
import { nearest } from '../../base/similarity';

/** The caller asked for something that cannot be: said in one line, with exit code 2. */
export class WrongUse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongUse';
  }
}

/** The message for a name that is none of `known`, with the one that was probably meant. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const hint = meant === undefined ? listed(known) : `Did you mean '${visible(meant)}'?`;
  return `There is no ${what} '${visible(name)}'. ${hint}`.trimEnd();
}

const MOST_LISTED = 10;

function listed(known: readonly string[]): string {
  if (known.length === 0) return '';
  const shown = known.slice(0, MOST_LISTED).map(visible).join(', ');
  return `There is: ${shown}${known.length > MOST_LISTED ? ', …' : ''}.`;
}
