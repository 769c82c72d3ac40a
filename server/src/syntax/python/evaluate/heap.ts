import type { Changeable, Heap, ListContent, MappingContent, Mutable, PyObject, State } from './values';

/** The epoch of contents that belong to nobody: whoever changes such an object copies its content first. */
const NEVER = -1;

/**
 * The objects of a run that can change. Contents that were captured are never changed again: the first change after a
 * capture makes a copy.
 */
export class ObjectHeap implements Heap {
  private readonly objects: Changeable[] = [];
  /** What each object was when it was added. */
  private readonly first: unknown[] = [];
  private readonly identities = new Map<PyObject, number>();
  private epoch = 0;

  add<Type extends Changeable>(object: Type): Type {
    object.epoch = this.epoch;
    this.objects.push(object);
    this.first.push(object.content);
    return object;
  }

  addWritten<Type extends Changeable>(object: Type): Type {
    this.add(object);
    object.epoch = NEVER;
    return object;
  }

  change<Content>(object: Mutable<Content>): Content {
    if (object.epoch !== this.epoch) {
      object.content = copyOf(object.content);
      object.epoch = this.epoch;
    }
    return object.content;
  }

  capture(): State {
    this.epoch++;
    return this.objects.map(object => object.content);
  }

  /**
   * Objects that are newer than the state are as they were first: nothing in that state leads to them, but for literals in
   * dicts that somebody has looked into since.
   */
  restore(state: State): void {
    this.epoch++;
    this.objects.forEach((object: Mutable<unknown>, index) => {
      object.content = this.contentIn(state, index);
    });
  }

  /** The objects whose content differs between states, with their contents. */
  differences(states: readonly State[]): [Changeable, unknown[]][] {
    const found: [Changeable, unknown[]][] = [];
    this.objects.forEach((object, index) => {
      const contents = states.map(state => this.contentIn(state, index));
      if (contents.some(content => content !== contents[0])) found.push([object, contents]);
    });
    return found;
  }

  identity(object: PyObject): number {
    const known = this.identities.get(object) ?? this.identities.size;
    this.identities.set(object, known);
    return known;
  }

  private contentIn(state: State, index: number): unknown {
    return index < state.length ? state[index] : this.first[index];
  }
}

function copyOf<Content>(content: Content): Content {
  if (isMapping(content)) return { ...content, entries: new Map(content.entries) };
  return isList(content) ? { ...content, items: [...content.items] } : content;
}

function isMapping(content: unknown): content is MappingContent {
  return typeof content === 'object' && content !== null && 'entries' in content;
}

function isList(content: unknown): content is ListContent {
  return typeof content === 'object' && content !== null && 'items' in content;
}
