import { inWords } from '../../../base/in-words';
import { truncateName } from '../../../base/message-text';
import { textOf, type ArtifactEntry } from '../facts';
import { normalVersion } from '../versions';

/** A version of an artifact as messages name it: `stamper_node 1.0.0`. Without quotes. */
export function labelOf(entry: ArtifactEntry): string {
  const version = textOf(entry, 'version');
  return truncateName(version === undefined ? entry.name : `${entry.name} ${normalVersion(version)}`);
}

/** Names in quotes, at most three: `'a', 'b' and others`. */
export function listInWords(names: readonly string[]): string {
  const quoted = names.slice(0, 3).map(name => `'${truncateName(name)}'`);
  if (names.length > 3) return `${quoted.join(', ')} and others`;
  return inWords(quoted, 'and');
}
