import { groupBy } from '../base/collections';
import { fileName } from '../base/paths';
import { sameData } from '../base/structural-equality';
import { keepData } from '../base/interning';
import type { LinkTarget } from '../base/symlink-target';
import type { Task } from '../base/cooperative-task';
import { lineAt, lineStarts } from '../base/text';
import type { Fact, Problem, SourceFile } from '../model/fact';
import type { LinkFact } from '../model/link';
import type { Suppression } from '../model/suppression';
import type { FactWriter, MovedSpans, Source, System } from '../systems/system';
import { buffersApart, giveBack, readPython, type Buffers, type BuffersFor } from '../syntax/python/reader';
import type { PythonDepth, PythonTree } from '../syntax/python/tree';
import { scriptComments } from '../syntax/typescript/comments';
import { readYaml } from '../syntax/yaml/reader';
import type { YamlTree } from '../syntax/yaml/tree';
import type { Positions, SpanTable } from './positions';
import { PreviousRead, type PreviousText, type Unchanged } from './previous-text';
import { parseSuppression } from './suppressions';

/** A text to take, and whether an editor shows it. */
export interface Text {
  readonly text: string;
  readonly open: boolean;
  readonly unreadable?: Unreadable;
}

/** Why a file could not be read, or not wholly; `offset` is where the trouble begins in the text that was. */
export interface Unreadable {
  readonly message: string;
  readonly offset: number;
}

/** What reads a file. */
export type Readers = readonly Pick<System, 'claims' | 'read'>[];

/** What one text says: meaning (facts) and place (spans) apart, so that moving text changes spans only. */
export interface FileRead {
  readonly facts: readonly Fact[];
  readonly positions: Positions;
  readonly problems: readonly Problem[];
  readonly suppressions: readonly Suppression[];
}

export interface HowToRead {
  /** What an editor showed before, if it did. */
  readonly previous?: PreviousText | undefined;
  readonly link?: LinkTarget | undefined;
  /** Other texts may be read wherever it yields. */
  readonly hasBreaks?: boolean;
}

/**
 * Reads `text` with every system that claims its path. Facts equal to one that the file has keep that one's identity;
 * a link is one more fact, the last.
 */
export function* readFile(
  systems: Readers,
  file: SourceFile,
  text: string,
  { previous, link, hasBreaks = false }: HowToRead = {},
): Task<FileRead> {
  const source = new TextSource(file, text, { previous, hasBreaks });
  const writer = new Writer(file.facts);
  for (const system of systems) {
    if (!system.claims(file.path)) continue;
    const task = system.read(source, writer);
    if (task !== undefined) yield* task;
    yield;
  }
  if (link !== undefined) {
    const fact: LinkFact = { kind: 'link', name: fileName(file.path), file, ...link };
    writer.fact(fact, [0, 0, 0, 0]);
  }
  const starts = source.lineStarts();
  const comments = source.comments();
  source.done();
  return {
    facts: trimmed(writer.facts),
    positions: { spans: writer.spanTable(), lineStarts: starts },
    problems: trimmed(writer.problems),
    suppressions: trimmed(
      comments
        .map(([start, end]) => parseSuppression(text, start, end, lineAt(starts, start)))
        .filter(s => s !== undefined),
    ),
  };
}

/** A list without room to grow; one and the same for all that are empty. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}

const NONE: readonly never[] = [];

/** A text with its trees made on demand, outside of reading: for questions about what is being typed. */
export function sourceOf(file: SourceFile, text: string): Source {
  return new TextSource(file, text, {});
}

/** Makes each tree once. A Python tree read to the deeper depth serves the shallower one too. */
class TextSource implements Source {
  private pythonTree: { depth: PythonDepth; tree: PythonTree } | undefined;
  private yamlTree: YamlTree | undefined;

  readonly file: SourceFile;
  readonly text: string;
  private readonly previous: PreviousRead | undefined;
  private readonly hasBreaks: boolean;
  private apart: Buffers | undefined;

  constructor(file: SourceFile, text: string, { previous, hasBreaks = false }: HowToRead) {
    this.file = file;
    this.text = text;
    this.previous = previous && new PreviousRead(previous, text);
    this.hasBreaks = hasBreaks;
  }

  unchanged(kind: string, name: string, start: number, end: number): Unchanged | undefined {
    return this.previous?.unchanged(kind, name, start, end);
  }

  lineStarts(): Uint32Array {
    return this.previous?.lineStarts() ?? lineStarts(this.text);
  }

  python(depth: PythonDepth): PythonTree {
    const have = this.pythonTree;
    if (have !== undefined && (have.depth === 'literals' || have.depth === depth)) return have.tree;
    const tree = readPython(this.text, depth, this.buffers());
    this.pythonTree = { depth, tree };
    return tree;
  }

  yaml(): YamlTree {
    return (this.yamlTree ??= readYaml(this.text));
  }

  private buffers(): BuffersFor {
    if (this.hasBreaks) return (this.apart ??= buffersApart(this.text));
    return this.previous === undefined ? 'once' : 'edited';
  }

  /** To be called when the trees are needed no more. */
  done(): void {
    if (this.apart !== undefined) giveBack(this.apart);
  }

  /** Start and end of each comment that may hold a suppression; none for a text that nobody read as what it is. */
  comments(): readonly (readonly [number, number])[] {
    if (/\.(ts|js)$/.test(this.file.path)) return scriptComments(this.text);
    return this.pythonTree?.tree.comments ?? this.yamlTree?.comments ?? [];
  }
}

class Writer implements FactWriter {
  readonly facts: Fact[] = [];
  readonly problems: Problem[] = [];
  private end = 0;
  private readonly offsets: number[] = [0];
  private readonly pool: FactPool;
  /** Where the spans are put together; the writer's own while it writes. */
  private room = freeRoom ?? new Uint32Array(1 << 12);

  constructor(before: readonly Fact[]) {
    this.pool = new FactPool(before);
    freeRoom = undefined;
  }

  fact(fact: Fact, spans: ArrayLike<number> | MovedSpans): void {
    const known = this.pool.take(fact.kind, fact.name);
    this.facts.push(known !== undefined && (known === fact || sameFact(known, fact)) ? known : lasting(fact));
    if ('before' in spans) {
      const { before, from, to, by } = spans;
      const at = this.claim(to - from) - from;
      const { room } = this;
      for (let i = from; i < to; i++) room[at + i] = before[i]! + by;
    } else {
      const at = this.claim(spans.length);
      const { room } = this;
      for (let i = 0; i < spans.length; i++) room[at + i] = spans[i]!;
    }
    this.offsets.push(this.end);
  }

  problem(problem: Problem): void {
    this.problems.push(problem);
  }

  /** To be called when all has been written. */
  spanTable(): SpanTable {
    const { room } = this;
    freeRoom = room;
    return { offsets: new Uint32Array(this.offsets), data: room.slice(0, this.end) };
  }

  /** Gives where the next `count` numbers go. */
  private claim(count: number): number {
    const at = this.end;
    this.end += count;
    const { room } = this;
    if (this.end > room.length) {
      this.room = new Uint32Array(2 * this.end);
      this.room.set(room);
    }
    return at;
  }
}

/** For the next writer: there is one file after the other, at every keystroke. */
let freeRoom: Uint32Array<ArrayBuffer> | undefined;

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
    const at = same?.findIndex(fact => fact.kind === kind) ?? -1;
    return at < 0 ? undefined : same!.splice(at, 1)[0];
  }
}

/** A fact whose strings keep no text alive. It is the reader's own still, so they are replaced in place. */
function lasting(fact: Fact): Fact {
  const data = fact as unknown as Record<string, unknown>;
  for (const key in data) if (key !== 'file') data[key] = keepData(data[key]);
  return fact;
}

/** Whether two facts of one file state the same. */
function sameFact(a: Fact, b: Fact): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every(key => sameData(a[key as keyof Fact], b[key as keyof Fact]))
  );
}
