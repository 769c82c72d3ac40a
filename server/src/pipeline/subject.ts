import type { Fact } from '../model/fact';
import { keyParts, type Key } from '../model/lookup';

/** What rules run on: a key, or a fact. */
export type Subject = Key | Fact;

/** The kind of a key, or of a fact, told apart. */
export function kindOf(subject: Subject): string {
  return typeof subject === 'string' ? keyParts(subject).kind : `fact ${subject.kind}`;
}
