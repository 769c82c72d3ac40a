import { compareStrings } from '../../base/collections';
import { Part, type Fact, type Place } from '../../model/fact';
import type { Answers, Named } from '../../systems/system';
import type { Workspace } from '../../workspace';
import { contextOf } from '../context';
import { shownParts } from '../at-cursor/references';
import type { Key } from '../../model/lookup';

/**
 * Something that texts name. A definition that goes over the first one, as a workspace's of a core step does, is a thing of
 * its own.
 */
export interface Thing {
  readonly answers: Answers;
  /** How it is named at its first definition, or where nothing here defines it, at its first mention. */
  readonly named: Named;
  readonly isDefined: boolean;
  /** Of a definition that goes over another: the thing that both define. */
  readonly over?: Thing;
  /** Whether definitions go over its first one. */
  readonly isOverridden: boolean;
  /** Other things whose references include those of this one: of a variant of a step, the step. */
  readonly within: readonly Thing[];
  /** Of what nothing defines by that name: the thing that going to its definition leads to. */
  readonly means?: Thing;
}

/** A thing that a text names, and whether the text says what it is. */
export interface Naming {
  readonly thing: Thing;
  readonly defines: boolean;
}

/** Every thing that a repository names. Fields and files are none. */
export interface Things {
  /** In the order of the systems and of the first mentions. */
  all(): Iterable<Thing>;
  /** The things that go by a key. */
  under(key: string): readonly Thing[];
  /** What a part of a fact names: for each system that knows it, the definition that counts there. */
  namedBy(place: Place): readonly Naming[];
}

/** The paths of all files that were read, sorted. */
export function sortedPaths(workspace: Workspace): readonly string[] {
  return [...workspace.paths()].sort(compareStrings);
}

/** Collects all things. What that keeps grows with how many there are, not with how often they are named. */
export function thingsOf(workspace: Workspace): Things {
  const systems = workspace.answers.map(answers => new Collected(answers, workspace));
  for (const path of sortedPaths(workspace))
    for (const parts of workspace.partsIn(path))
      for (const { place } of shownParts(parts)) for (const system of systems) system.meet(place);
  for (const system of systems) system.relate();
  return {
    *all() {
      for (const system of systems) yield* system.all();
    },
    under: key => systems.flatMap(system => system.under(key) ?? []),
    namedBy: place => systems.flatMap(system => system.namedBy(place) ?? []),
  };
}

type Growing = { -readonly [K in keyof Thing]: Thing[K] } & { within: Thing[] };

/** A thing with what it takes to tell it in texts. */
interface Kept {
  readonly thing: Growing;
  /** Its own key, then all others that it is named under. */
  readonly keys: readonly Key[];
  /** The definitions that go over its first one, by file. */
  readonly overrides: Map<string, Growing>;
  /** The definition that counts in a workspace, for things with several. */
  readonly counting: Map<string, Thing>;
}

/** The things of one system. */
class Collected {
  private readonly answers: Answers;
  private readonly workspace: Workspace;
  private readonly overriding: ReadonlySet<Fact>;
  /** By key; nothing for keys of what is no thing. */
  private readonly kept = new Map<string, Kept | undefined>();
  private readonly definers = new Map<Kept, ReadonlySet<Fact>>();

  constructor(answers: Answers, workspace: Workspace) {
    this.answers = answers;
    this.workspace = workspace;
    this.overriding = overridingDefinitions(answers, workspace);
  }

  meet(place: Place): void {
    const named = this.answers.named(place, this.workspace.lookup);
    const kept = named && this.keep(named);
    if (kept === undefined || !this.defines(kept, place)) return;
    const thing = this.overriding.has(place.fact) ? this.overrideIn(kept, named!) : kept.thing;
    if (!thing.isDefined) Object.assign(thing, { named, isDefined: true });
  }

  /** To be called once everything was met. */
  relate(): void {
    for (const kept of this.kept.values()) {
      if (kept === undefined) continue;
      const { thing, keys } = kept;
      for (const key of keys) {
        const other = this.kept.get(key)?.thing;
        if (other !== undefined && other !== thing) other.within.push(thing);
      }
      const means = thing.isDefined ? undefined : this.definitionOf(thing.named);
      if (means !== undefined) thing.means = means.over ?? means;
    }
  }

  *all(): Iterable<Thing> {
    for (const kept of this.kept.values()) {
      if (kept === undefined) continue;
      yield kept.thing;
      yield* kept.overrides.values();
    }
  }

  under(key: string): Thing | undefined {
    return this.kept.get(key)?.thing;
  }

  namedBy(place: Place): Naming | undefined {
    const named = this.answers.named(place, this.workspace.lookup);
    const kept = named && this.kept.get(named.key);
    if (kept === undefined) return undefined;
    const { path } = place.fact.file;
    if (!this.defines(kept, place)) return { thing: this.counting(kept, named!), defines: false };
    const own = this.overriding.has(place.fact) ? kept.overrides.get(path) : undefined;
    return { thing: own ?? kept.thing, defines: true };
  }

  /** Things are what the index knows: a field of a row has a name, too, but nobody asks where it is named. */
  private keep(named: Named): Kept | undefined {
    const { key } = named;
    if (this.kept.has(key)) return this.kept.get(key);
    const { lookup } = this.workspace;
    const keys = [key, ...(this.answers.otherKeys?.(named, lookup) ?? [])];
    const isKnown = keys.some(each => lookup.providers(each).length > 0 || lookup.readers(each).length > 0);
    const thing = { answers: this.answers, named, isDefined: false, isOverridden: false, within: [] };
    const kept = isKnown ? { thing, keys, overrides: new Map(), counting: new Map() } : undefined;
    this.kept.set(key, kept);
    return kept;
  }

  private defines(kept: Kept, { fact, part }: Place): boolean {
    if (part !== Part.name) return false;
    const { lookup } = this.workspace;
    const known = this.definers.get(kept);
    if (known !== undefined) return known.has(fact);
    const providers = kept.keys.map(key => lookup.providers(key));
    if (providers.every(({ length }) => length < FEW)) return providers.some(each => each.includes(fact));
    this.definers.set(kept, new Set(providers.flat()));
    return this.defines(kept, { fact, part });
  }

  private overrideIn({ thing, overrides }: Kept, named: Named): Growing {
    const { path } = named.place.fact.file;
    let own = overrides.get(path);
    if (own === undefined) {
      own = { answers: this.answers, named, isDefined: false, over: thing, isOverridden: false, within: thing.within };
      overrides.set(path, own);
      thing.isOverridden = true;
    }
    return own;
  }

  /** The definition that counts where the text says `named`. */
  private counting(kept: Kept, named: Named): Thing {
    if (kept.overrides.size === 0) return kept.thing;
    const { workspace = '' } = contextOf(this.workspace, named.place.fact.file.path, {}, named.workspace);
    let thing = kept.counting.get(workspace);
    if (thing === undefined) {
      const definition = this.definitionOf(named);
      thing = definition === kept.thing || definition?.over === kept.thing ? definition : kept.thing;
      kept.counting.set(workspace, thing);
    }
    return thing;
  }

  /** The thing that is defined where going to the definition leads first. */
  private definitionOf(named: Named): Thing | undefined {
    const context = contextOf(this.workspace, named.place.fact.file.path, {}, named.workspace);
    const [place] = this.answers.definitions(named, context, this.workspace.lookup);
    const found = place && this.namedBy(place);
    return found?.defines === true ? found.thing : undefined;
  }
}

/** Fewer definitions than this are looked through. */
const FEW = 8;

/** The definitions that go over another one of the same thing, which itself goes over none. */
function overridingDefinitions(answers: Answers, workspace: Workspace): ReadonlySet<Fact> {
  if (answers.declarations === undefined) return new Set();
  const { lookup } = workspace;
  const all = answers.list(undefined, lookup).flatMap(({ scope, place }) => (scope === 'override' ? place.fact : []));
  const overrides = new Set(all);
  const isOver = (fact: Fact): boolean => {
    const named = answers.named({ fact, part: Part.name }, lookup);
    const [first] = (named && answers.declarations?.(named, contextOf(workspace, fact.file.path), lookup)) ?? [];
    return first !== undefined && !overrides.has(first.fact) && answers.named(first, lookup)?.key === named?.key;
  };
  return new Set(all.filter(isOver));
}
