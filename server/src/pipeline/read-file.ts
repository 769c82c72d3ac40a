import { groupBy } from '../base/collections';
import { fileName } from '../base/paths';
import { sameData } from '../base/structural-equality';
import { Interner } from '../base/interner';
import type { LinkTarget } from '../base/symlink-target';
import type { Task } from '../base/cooperative-task';
import { lineAt, lineStarts } from '../base/text';
import type { Fact, Problem, SourceFile } from '../model/fact';
import { NO_PARTS, type FactParts } from '../model/fact-parts';
import type { LinkFact } from '../model/link';
import type { Suppression } from '../model/suppression';
import type { FactWriter, MovedSpans, Source, System } from '../systems/system';
import { PythonReader } from '../syntax/python/reader';
import type { PythonDepth, PythonTree, SyntaxProblem } from '../syntax/python/tree';
import { undecodable } from '../syntax/python/undecodable';
import { scriptComments } from '../syntax/typescript/tree';
import { NOT_DECODED } from '../syntax/yaml/pyyaml/compose';
import { readYaml } from '../syntax/yaml/reader';
import type { YamlTree } from '../syntax/yaml/tree';
import type { PositionTable, SpanTable } from './positions';
import { UnchangedFinder, type PreviousText, type UnchangedFact } from './previous-text';
import { parseSuppression } from './suppressions';

/** A text to take, and whether an editor shows it. */
export interface Text {
  readonly text: string;
  readonly open: boolean;
  /** Somebody has edited it since it was opened or saved, so what it says now need not be what is meant. */
  readonly unsaved?: boolean;
  readonly unreadable?: Unreadable;
}

/** Why a file could not be read, or not wholly; `offset` is where the trouble begins in the text that was. */
export interface Unreadable {
  readonly message: string;
  readonly offset: number;
  /** Whoever loads the file refuses its bytes, so that it is known that nothing of it is loaded: a problem of its text. */
  readonly isRefused?: true;
}

/** What reads a file. */
export type Readers = readonly Pick<System, 'claims' | 'read'>[];

/** What one text says: meaning (facts) and place (spans) apart, so that moving text changes spans only. */
export interface FileRead {
  readonly facts: readonly Fact[];
  readonly positions: PositionTable;
  readonly problems: readonly Problem[];
  readonly suppressions: readonly Suppression[];
}

/** What is known of a file beside its text. */
export interface ReadOptions {
  /** What an editor showed before, if it did. */
  readonly previous?: PreviousText | undefined;
  readonly link?: LinkTarget | undefined;
  /** Why whoever loads the file refuses its bytes, whatever the text says. */
  readonly refusal?: Unreadable | undefined;
  readonly unsaved?: boolean | undefined;
}

/**
 * Reads texts, one after the other or in turns. It owns what is used again from one text to the next: the buffers of the Python reader,
 * the strings that facts share, and the room that spans are put together in. Nothing that it returns holds on to these.
 */
export class TextReader {
  private readonly python = new PythonReader();
  private readonly interner = new Interner();
  /** Not there while a text is read that uses it. */
  private spareSpans: SpanBuffer | undefined;

  /**
   * Reads `text` with every system that claims its path. Facts equal to one that the file has keep that one's identity;
   * a link is one more fact, the last. Other texts may be read wherever it yields.
   */
  *readFile(
    systems: Readers,
    file: SourceFile,
    text: string,
    { previous, link, refusal, unsaved }: ReadOptions = {},
  ): Task<FileRead> {
    const source = new TextSource(this.python, { file, text, previous, refusal, unsaved });
    const spans = this.spareSpans ?? new SpanBuffer();
    this.spareSpans = undefined;
    const writer = new Writer(file.facts, this.interner, spans);
    for (const system of systems) {
      if (!system.claims(file.path)) continue;
      const task = system.read(source, writer);
      if (task !== undefined) yield* task;
      yield;
    }
    if (link !== undefined) {
      const fact: LinkFact = { kind: 'link', name: fileName(file.path), file, ...link };
      writer.fact(fact, NO_PARTS);
    }
    const starts = source.lineStarts();
    const table = spans.takeTable();
    this.spareSpans = spans;
    return {
      facts: withoutSpareCapacity(writer.facts),
      positions: { spans: table, lineStarts: starts },
      problems: withoutSpareCapacity(writer.problems),
      suppressions: withoutSpareCapacity(
        source
          .comments()
          .map(([start, end]) => parseSuppression(text, start, end, lineAt(starts, start)))
          .filter(s => s !== undefined),
      ),
    };
  }

  /** A text with its trees made on demand, outside of reading: for questions about what is being typed. */
  source(file: SourceFile, text: string): Source {
    return new TextSource(this.python, { file, text });
  }
}

/** A list without room to grow; one and the same for all that are empty. */
function withoutSpareCapacity<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

const NONE: readonly never[] = [];

/** Makes each tree once. A Python tree read to the deeper depth serves the shallower one too. */
class TextSource implements Source {
  private pythonTree: { depth: PythonDepth; tree: PythonTree } | undefined;
  private yamlTree: YamlTree | undefined;
  private starts: Uint32Array | undefined;
  private readonly knownFacts = new Map<string, ReadonlyMap<string, Fact>>();

  readonly file: SourceFile;
  readonly text: string;
  readonly isUnsaved: boolean;
  private readonly previous: UnchangedFinder | undefined;
  private readonly reader: PythonReader;
  private readonly refusal: Unreadable | undefined;

  constructor(
    reader: PythonReader,
    {
      file,
      text,
      previous,
      refusal,
      unsaved,
    }: { file: SourceFile; text: string } & Pick<ReadOptions, 'previous' | 'refusal' | 'unsaved'>,
  ) {
    this.reader = reader;
    this.file = file;
    this.text = text;
    this.isUnsaved = unsaved === true;
    this.previous = previous && new UnchangedFinder(previous, text);
    this.refusal = refusal;
  }

  unchanged(kind: string, name: string, start: number, end: number): UnchangedFact | undefined {
    return this.previous?.unchanged(kind, name, start, end);
  }

  unlessOutdented(kind: string): Fact | undefined {
    return this.previous?.unlessOutdented(kind);
  }

  known(kind: string, name: string): Fact | undefined {
    let facts = this.knownFacts.get(kind);
    if (facts === undefined) {
      facts = new Map(this.file.facts.flatMap(fact => (fact.kind === kind ? [[fact.name, fact] as const] : [])));
      this.knownFacts.set(kind, facts);
    }
    return facts.get(name);
  }

  lineStarts(): Uint32Array {
    return (this.starts ??= this.previous?.lineStarts() ?? lineStarts(this.text));
  }

  python(depth: PythonDepth): PythonTree {
    const have = this.pythonTree;
    if (have !== undefined && (have.depth === 'literals' || have.depth === depth)) return have.tree;
    const { reader, text, previous } = this;
    const read = previous === undefined ? reader.read(text, depth) : reader.readEdited(text, depth, previous.olderText);
    const undecoded = [...this.refusals(), ...undecodable(text)];
    const tree = undecoded.length === 0 ? read : { ...read, problems: [...undecoded, ...read.problems] };
    this.pythonTree = { depth, tree };
    return tree;
  }

  yaml(): YamlTree {
    return (this.yamlTree ??= this.readYaml());
  }

  private readYaml(): YamlTree {
    const tree = readYaml(this.text);
    const refused = this.refusals().map(problem => ({ ...problem, kind: 'refused', exception: NOT_DECODED }) as const);
    return refused.length === 0 ? tree : { ...tree, problems: [...refused, ...tree.problems] };
  }

  /** What is wrong with the bytes of the file, as a problem of its text. */
  private refusals(): SyntaxProblem[] {
    if (this.refusal === undefined) return [];
    const { message, offset } = this.refusal;
    const span = { start: offset, end: Math.min(offset + 1, this.text.length) };
    return [{ kind: 'character', span, message }];
  }

  /** Start and end of each comment that may hold a suppression; none for a text that nobody read as what it is. */
  comments(): readonly (readonly [number, number])[] {
    if (/\.(ts|js)$/.test(this.file.path)) return scriptComments(this.text);
    return this.pythonTree?.tree.comments ?? this.yamlTree?.comments ?? [];
  }
}

/** Collects the facts and problems of a text. */
class Writer implements FactWriter {
  readonly facts: Fact[] = [];
  readonly problems: Problem[] = [];
  private readonly pool: FactPool;
  private readonly interner: Interner;
  private readonly spans: SpanBuffer;

  constructor(before: readonly Fact[], interner: Interner, spans: SpanBuffer) {
    this.pool = new FactPool(before);
    this.interner = interner;
    this.spans = spans;
  }

  fact(fact: Fact, parts: FactParts | MovedSpans): void {
    const known = this.pool.take(fact.kind, fact.name);
    const isKnown = known !== undefined && (known === fact || sameFact(known, fact));
    this.facts.push(isKnown ? known : this.interner.internFields(fact, 'file'));
    if ('previousSpans' in parts) this.spans.addMoved(parts);
    else this.spans.add(parts.offsets);
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
  }
}

/** Puts the spans of a text together, fact after fact. */
class SpanBuffer {
  private readonly offsets: number[] = [0];
  private end = 0;
  private room = new Uint32Array(1 << 12);

  add(spans: readonly number[]): void {
    let at = this.claim(spans.length);
    const { room } = this;
    for (const offset of spans) room[at++] = offset;
  }

  addMoved({ previousSpans, from, to, shift }: MovedSpans): void {
    const at = this.claim(to - from) - from;
    const { room } = this;
    for (let i = from; i < to; i++) room[at + i] = previousSpans[i]! + shift;
  }

  /** The spans of all facts, in arrays of their own. From here on the buffer is empty, for the next text. */
  takeTable(): SpanTable {
    const table = { offsets: new Uint32Array(this.offsets), data: this.room.slice(0, this.end) };
    this.offsets.length = 1;
    this.end = 0;
    return table;
  }

  /** Returns where the next `count` numbers go, which are those of one fact. */
  private claim(count: number): number {
    const at = this.end;
    this.end += count;
    this.offsets.push(this.end);
    const { room } = this;
    if (this.end > room.length) {
      this.room = new Uint32Array(2 * this.end);
      this.room.set(room);
    }
    return at;
  }
}

/**
 * The facts a file had before, handed out by kind and name, each once. Most edits keep the order, so the next fact in
 * line is tried before a table of the others is made.
 */
class FactPool {
  private next = 0;
  private table: Map<string, Fact[]> | undefined;

  private readonly facts: readonly Fact[];

  constructor(facts: readonly Fact[]) {
    this.facts = facts;
  }

  take(kind: string, name: string): Fact | undefined {
    const inLine = this.facts[this.next];
    if (this.table === undefined && inLine?.kind === kind && inLine.name === name) {
      this.next++;
      return inLine;
    }
    const same = (this.table ??= groupBy(this.facts.slice(this.next), fact => fact.name)).get(name);
    if (same === undefined) return undefined;
    const at = same.findIndex(fact => fact.kind === kind);
    return at < 0 ? undefined : same.splice(at, 1)[0];
  }
}

/** Whether two facts of one file state the same. */
function sameFact(a: Fact, b: Fact): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every(key => sameData(a[key as keyof Fact], b[key as keyof Fact]))
  );
}
