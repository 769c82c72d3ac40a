import { escapeInvisible } from '../../base/message-text';
import { nearest } from '../../base/similarity';

/** A mistake of the caller: its message is one line, and the exit code is 2. */
export class WrongUse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongUse';
  }
}

/** The message for a name that is not among `known`, with the known name that is most similar. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const hint = meant === undefined ? listOfNames(known) : `Did you mean '${escapeInvisible(meant)}'?`;
  return `There is no ${what} '${escapeInvisible(name)}'. ${hint}`.trimEnd();
}

const MAX_NAMES = 10;

function listOfNames(known: readonly string[]): string {
  if (known.length === 0) return '';
  const shown = known.slice(0, MAX_NAMES).map(escapeInvisible).join(', ');
  return `There is: ${shown}${known.length > MAX_NAMES ? ', …' : ''}.`;
}
