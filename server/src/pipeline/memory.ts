import { rememberedKey, type Key } from '../model/lookup';
import type { KeyedIndex } from './keyed-index';

/**
 * What `Lookup.remember` keeps. Each answer is a subject of the index like a check: what it was made from is noted, and whatever
 * changes that has the schedule forget it and, in turn, check those again that asked for it.
 */
export class Memory {
  private readonly answers = new Map<Key, unknown>();
  private readonly index: KeyedIndex;

  constructor(index: KeyedIndex) {
    this.index = index;
  }

  get isEmpty(): boolean {
    return this.answers.size === 0;
  }

  /** The subjects of all answers. The list is the caller's own. */
  subjects(): Key[] {
    return [...this.answers.keys()];
  }

  /** The answer under a key, which `compute` makes if there is none. It has to ask a lookup that notes what it is asked. */
  remember<T>(key: string, compute: () => T): T {
    const subject = rememberedKey(key);
    if (!this.answers.has(subject)) this.index.recordLookups(subject, () => this.answers.set(subject, compute()));
    return this.answers.get(subject) as T;
  }

  /** Forgets the answer of a subject. Returns whether there was one. */
  forget(subject: Key): boolean {
    if (!this.answers.delete(subject)) return false;
    this.index.forget(subject);
    return true;
  }
}
