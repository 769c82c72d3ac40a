import type { Fact, SourceFile } from '../model/fact';
import { componentKey, configurationKey, fileKey, keyParts, type Lookup, type RunSettings } from '../model/lookup';
import type { Components } from './components';
import type { KeyedIndex } from './index';
import type { Paths } from './paths';

/** What rules run on: a key, or a fact. */
export type Subject = string | Fact;

interface Sources {
  readonly index: KeyedIndex;
  readonly paths: Paths;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly components: Components;
  readonly configurations: ReadonlyMap<string, unknown>;
  readonly runSettings: RunSettings | undefined;
}

/**
 * Who looked up which key, so that a change of the key finds them again. Keys without a name, such as `core:`, stand for the
 * whole repository: nearly every subject looks them up and they hardly ever change, so of those it is only noted which kinds
 * of subjects do.
 */
export class Dependencies {
  private readonly read = new Map<Subject, Set<string>>();
  private readonly readBy = new Map<string, Set<Subject>>();
  private readonly kindsReading = new Map<string, Set<string>>();

  dependants(key: string): Iterable<Subject> {
    return this.readBy.get(key) ?? [];
  }

  /** The kinds of subjects that looked up a key without a name. */
  dependantKinds(key: string): ReadonlySet<string> | undefined {
    return this.kindsReading.get(key);
  }

  forget(subject: Subject): void {
    for (const key of this.read.get(subject) ?? []) {
      const others = this.readBy.get(key)!;
      others.delete(subject);
      if (others.size === 0) this.readBy.delete(key);
    }
    this.read.delete(subject);
  }

  /** A view of `sources` that notes what `subject` looks up; a key that is the subject itself needs no note. */
  lookup(sources: Sources, subject: Subject | undefined): Lookup {
    const note = (key: string) => {
      if (subject !== undefined && key !== subject) this.note(subject, key);
      return key;
    };
    return {
      providers: key => sources.index.providers(note(key)),
      readers: key => sources.index.readers(note(key)),
      file: path => (note(fileKey(path)), sources.files.get(path)),
      hasFile: path => (note(`path:${path}`), sources.paths.hasFile(path)),
      hasFolder: path => (note(`path:${path}`), sources.paths.hasFolder(path)),
      component: key => (note(componentKey(key)), sources.components.of(key)),
      configuration: system => (note(configurationKey(system)), sources.configurations.get(system)),
      runSettings: sources.runSettings,
    };
  }

  private note(subject: Subject, key: string): void {
    if (key.endsWith(':')) {
      setOf(this.kindsReading, key).add(kindOf(subject));
      return;
    }
    setOf(this.read, subject).add(key);
    setOf(this.readBy, key).add(subject);
  }
}

/** The kind of a key, or of a fact, told apart. */
export function kindOf(subject: Subject): string {
  return typeof subject === 'string' ? keyParts(subject).kind : `fact ${subject.kind}`;
}

function setOf<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  let set = sets.get(key);
  if (set === undefined) sets.set(key, (set = new Set()));
  return set;
}
