import { compareStrings } from '../../base/collections';
import { Part, type Fact, type Place } from '../../model/fact';
import type { Answers, NamedSymbol } from '../../systems/system';
import type { Workspace } from '../../workspace';
import type { Key } from '../../model/lookup';
import { contextOf } from '../context';
import { namingParts } from '../at-cursor/references';

/**
 * Something that texts name: a step, a module, an artifact, a class. A definition that overrides the first one, as a
 * row of a workspace overrides one of core, is a symbol of its own.
 */
export interface RegistrySymbol {
  readonly answers: Answers;
  /** The name at its first definition; at its first occurrence, if nothing in the repository defines it. */
  readonly named: NamedSymbol;
  readonly isDefined: boolean;
  /** For a definition that overrides the first one: the symbol of the first one. */
  readonly overridden?: RegistrySymbol;
  /** Whether other definitions override its first one. */
  readonly isOverridden: boolean;
  /** Symbols whose references include those of this one: for a variant of a step, the step. */
  readonly includedIn: readonly RegistrySymbol[];
  /** For a symbol without a definition: the symbol at which "Go to Definition" arrives. */
  readonly resolvesTo?: RegistrySymbol;
}

/** An occurrence of a symbol, and whether it defines the symbol. */
export interface SymbolOccurrence {
  readonly symbol: RegistrySymbol;
  readonly isDefinition: boolean;
}

/** Every symbol that a repository names. Fields and files are no symbols. */
export interface RegistrySymbols {
  /** All symbols, in the order of the systems and of their first occurrences. */
  all(): Iterable<RegistrySymbol>;
  /** The symbols with this index key: at most one of each system. */
  byKey(key: string): readonly RegistrySymbol[];
  /** The symbols that a part of a fact names: for each system that knows the part, the definition in force there. */
  at(place: Place): readonly SymbolOccurrence[];
}

/** The paths of all files that were read, sorted. */
export function sortedPaths(workspace: Workspace): readonly string[] {
  return [...workspace.paths()].sort(compareStrings);
}

/** Collects all symbols. Memory grows with the number of symbols, not with the number of their occurrences. */
export function collectSymbols(workspace: Workspace): RegistrySymbols {
  const systems = workspace.answers.map(answers => new SymbolCollector(answers, workspace));
  for (const path of sortedPaths(workspace))
    for (const parts of workspace.partsIn(path))
      for (const { place } of namingParts(parts)) for (const system of systems) system.visit(place);
  for (const system of systems) system.connect();
  return {
    *all() {
      for (const system of systems) yield* system.all();
    },
    byKey: key => systems.flatMap(system => system.byKey(key) ?? []),
    at: place => systems.flatMap(system => system.at(place) ?? []),
  };
}

type MutableSymbol = { -readonly [K in keyof RegistrySymbol]: RegistrySymbol[K] } & { includedIn: RegistrySymbol[] };

/** A symbol with its keys and its other definitions, by which it is recognised in texts. */
interface SymbolRecord {
  readonly symbol: MutableSymbol;
  /** Its key, then the other keys under which it is named. */
  readonly keys: readonly Key[];
  /** The definitions that override its first one, by file. */
  readonly overrides: Map<string, MutableSymbol>;
  /** For a symbol with several definitions: the definition in force, by workspace. */
  readonly effective: Map<string, RegistrySymbol>;
}

/** The symbols of one system. */
class SymbolCollector {
  private readonly answers: Answers;
  private readonly workspace: Workspace;
  private readonly overriding: ReadonlySet<Fact>;
  /** By key; undefined for the key of a name that is no symbol. */
  private readonly records = new Map<string, SymbolRecord | undefined>();
  private readonly definers = new Map<SymbolRecord, ReadonlySet<Fact>>();

  constructor(answers: Answers, workspace: Workspace) {
    this.answers = answers;
    this.workspace = workspace;
    this.overriding = overridingDefinitions(answers, workspace);
  }

  visit(place: Place): void {
    const named = this.answers.symbolAt(place, this.workspace.lookup);
    const record = named && this.recordOf(named);
    if (named === undefined || record === undefined || !this.defines(record, place)) return;
    const symbol = this.overriding.has(place.fact) ? this.overrideIn(record, named) : record.symbol;
    if (!symbol.isDefined) Object.assign(symbol, { named, isDefined: true });
  }

  /** Sets `includedIn` and `resolvesTo`. To be called once all places have been visited. */
  connect(): void {
    for (const record of this.records.values()) {
      if (record === undefined) continue;
      const { symbol, keys } = record;
      for (const key of keys) {
        const other = this.records.get(key)?.symbol;
        if (other !== undefined && other !== symbol) other.includedIn.push(symbol);
      }
      const resolvesTo = symbol.isDefined ? undefined : this.definitionOf(symbol.named);
      if (resolvesTo !== undefined) symbol.resolvesTo = resolvesTo.overridden ?? resolvesTo;
    }
  }

  *all(): Iterable<RegistrySymbol> {
    for (const record of this.records.values()) {
      if (record === undefined) continue;
      yield record.symbol;
      yield* record.overrides.values();
    }
  }

  byKey(key: string): RegistrySymbol | undefined {
    return this.records.get(key)?.symbol;
  }

  at(place: Place): SymbolOccurrence | undefined {
    const named = this.answers.symbolAt(place, this.workspace.lookup);
    const record = named && this.records.get(named.key);
    if (named === undefined || record === undefined) return undefined;
    const { path } = place.fact.file;
    if (!this.defines(record, place)) return { symbol: this.effectiveSymbol(record, named), isDefinition: false };
    const own = this.overriding.has(place.fact) ? record.overrides.get(path) : undefined;
    return { symbol: own ?? record.symbol, isDefinition: true };
  }

  /** Only names in the index are symbols. A field of a row has a name, too, but nobody asks for its references. */
  private recordOf(named: NamedSymbol): SymbolRecord | undefined {
    const { key } = named;
    if (this.records.has(key)) return this.records.get(key);
    const { lookup } = this.workspace;
    const keys = [key, ...(this.answers.synonymKeys?.(named, lookup) ?? [])];
    const isKnown = keys.some(each => lookup.providers(each).length > 0 || lookup.readers(each).length > 0);
    const symbol = { answers: this.answers, named, isDefined: false, isOverridden: false, includedIn: [] };
    const record = isKnown ? { symbol, keys, overrides: new Map(), effective: new Map() } : undefined;
    this.records.set(key, record);
    return record;
  }

  private defines(record: SymbolRecord, { fact, part }: Place): boolean {
    if (part !== Part.name) return false;
    const { lookup } = this.workspace;
    const known = this.definers.get(record);
    if (known !== undefined) return known.has(fact);
    const providers = record.keys.map(key => lookup.providers(key));
    if (providers.every(({ length }) => length < MAX_SCANNED_DEFINITIONS))
      return providers.some(each => each.includes(fact));
    this.definers.set(record, new Set(providers.flat()));
    return this.defines(record, { fact, part });
  }

  private overrideIn({ symbol, overrides }: SymbolRecord, named: NamedSymbol): MutableSymbol {
    const { path } = named.place.fact.file;
    let own = overrides.get(path);
    if (own === undefined) {
      own = {
        answers: this.answers,
        named,
        isDefined: false,
        overridden: symbol,
        isOverridden: false,
        includedIn: symbol.includedIn,
      };
      overrides.set(path, own);
      symbol.isOverridden = true;
    }
    return own;
  }

  /** The definition in force where the text says `named`. */
  private effectiveSymbol(record: SymbolRecord, named: NamedSymbol): RegistrySymbol {
    if (record.overrides.size === 0) return record.symbol;
    const { workspace = '' } = contextOf(this.workspace, named.place.fact.file.path, {}, named.workspace);
    let symbol = record.effective.get(workspace);
    if (symbol === undefined) {
      const definition = this.definitionOf(named);
      symbol = definition === record.symbol || definition?.overridden === record.symbol ? definition : record.symbol;
      record.effective.set(workspace, symbol);
    }
    return symbol;
  }

  /** The symbol that is defined at the first target of "Go to Definition". */
  private definitionOf(named: NamedSymbol): RegistrySymbol | undefined {
    const context = contextOf(this.workspace, named.place.fact.file.path, {}, named.workspace);
    const [place] = this.answers.definitions(named, context, this.workspace.lookup);
    const found = place && this.at(place);
    return found?.isDefinition === true ? found.symbol : undefined;
  }
}

/** Lists of fewer definitions are searched directly; a set is made of longer ones. */
const MAX_SCANNED_DEFINITIONS = 8;

/** The definitions that override another definition of the same symbol which is no override itself. */
function overridingDefinitions(answers: Answers, workspace: Workspace): ReadonlySet<Fact> {
  if (answers.declarations === undefined) return new Set();
  const { lookup } = workspace;
  const all = answers.list(undefined, lookup).flatMap(({ scope, place }) => (scope === 'override' ? place.fact : []));
  const overrides = new Set(all);
  const isOver = (fact: Fact): boolean => {
    const named = answers.symbolAt({ fact, part: Part.name }, lookup);
    const [first] = (named && answers.declarations?.(named, contextOf(workspace, fact.file.path), lookup)) ?? [];
    return first !== undefined && !overrides.has(first.fact) && answers.symbolAt(first, lookup)?.key === named?.key;
  };
  return new Set(all.filter(isOver));
}
