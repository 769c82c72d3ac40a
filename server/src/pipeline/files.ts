import type { Fact, FactFile, Problem, SourceFile } from '../model/fact';
import type { Finding, PlacedFinding } from '../model/finding';
import type { Suppression } from '../model/suppression';
import type { System } from '../systems/system';
import { bridgeDamage, type IntactText } from './damage';
import { PositionPacker } from './packed-positions';
import { NO_POSITIONS, plainPositions, type Positions } from './positions';
import type { PreviousText } from './previous-text';
import type { FileRead, Text, Unreadable } from './read-file';
import type { Subject } from './subject';

/** A file as the driver keeps it. Of a closed file no text is kept. */
export interface FileState extends SourceFile {
  facts: readonly Fact[];
  headers: readonly Fact[];
  problems: readonly Problem[];
  incomplete: boolean;
  positions: Positions;
  suppressions: readonly Suppression[];
  /** The text, while an editor shows the file. */
  openText: string | undefined;
  /** What the text itself says, which of a damaged one need not be what holds (see `damage.ts`). */
  readFacts: readonly Fact[];
  /** The last text without damage, while an editor shows the file. */
  lastIntact: IntactText;
  /** The places that its findings named when they were last shown, while an editor shows the file. */
  relatedPlaces: ReadonlyMap<Finding, RelatedPlaces> | undefined;
  /** By the subject that they were found under, so that replacing them is exact. */
  findings: Map<Subject, readonly Finding[]> | undefined;
  /** The configurations that its facts are indexed by, by the names of systems. */
  indexedBy: ConfigurationValues;
}

/** Where the places were that a finding names besides its own, and what they were found in. */
export interface RelatedPlaces {
  readonly files: readonly {
    readonly file: FileState;
    readonly facts: readonly Fact[];
    readonly positions: Positions;
  }[];
  readonly related: PlacedFinding['related'];
}

/** Configurations by the names of systems. */
export type ConfigurationValues = ReadonlyMap<string, unknown>;

/** The files that were read, and which of them are open, damaged, or hold suppressions. */
export class Files {
  /** In the order of coming: files that lie together are checked and shown one after the other, and what they name lies near. */
  private readonly states = new Map<string, FileState>();
  private readonly open = new Set<string>();
  private readonly incomplete = new Set<string>();
  private readonly suppressing = new Set<string>();
  private readonly packer = new PositionPacker();

  get(path: string): FileState | undefined {
    return this.states.get(path);
  }

  /** Files that come while somebody iterates are met, too. */
  all(): Iterable<FileState> {
    return this.states.values();
  }

  paths(): Iterable<string> {
    return this.states.keys();
  }

  openPaths(): Iterable<string> {
    return this.open;
  }

  suppressingPaths(): Iterable<string> {
    return this.suppressing;
  }

  hasSuppressions(path: string): boolean {
    return this.suppressing.has(path);
  }

  /** Whether any file is incomplete. */
  get hasDamage(): boolean {
    return this.incomplete.size > 0;
  }

  create(path: string, indexedBy: ConfigurationValues): FileState {
    const state = emptyFile(path, indexedBy);
    this.states.set(path, state);
    return state;
  }

  /**
   * Takes over what a text says, but for its facts. Returns those that hold from now on, for the driver to index: where an open text is
   * damaged, its last intact facts bridge the damage.
   */
  update(state: FileState, read: FileRead, { text, open, unreadable }: Text): readonly Fact[] {
    const isUnknown = unreadable !== undefined && unreadable.isRefused !== true;
    const damaged = isUnknown || read.problems.some(problem => problem.damage);
    const now = { facts: read.facts, spans: read.positions.spans, text };
    state.lastIntact = lastIntact(state, { damaged, open, now });
    const { facts, spans } = damaged && open ? bridgeDamage(now, state.lastIntact) : now;
    const positions = { ...read.positions, spans };
    state.problems = read.problems;
    state.positions = open ? plainPositions(positions) : this.packer.pack(positions);
    state.readFacts = open ? read.facts : NONE;
    state.suppressions = read.suppressions;
    state.openText = open ? text : undefined;
    state.incomplete = damaged && state.lastIntact.facts.length === 0;
    setMembership(this.suppressing, state.path, read.suppressions.length > 0);
    setMembership(this.open, state.path, open);
    return facts;
  }

  /** Counts a file among those that are incomplete, or no longer. Returns whether that changes `hasDamage`. */
  setIncomplete(path: string, isIncomplete: boolean): boolean {
    const before = this.hasDamage;
    setMembership(this.incomplete, path, isIncomplete);
    return before !== this.hasDamage;
  }

  /** Whoever calls this has seen to `setIncomplete`. */
  delete(path: string): void {
    this.suppressing.delete(path);
    this.open.delete(path);
    this.states.delete(path);
  }
}

/** The whole file of a fact. Facts see only a part of their file by type, so that rules cannot read the rest untracked. */
export function contentsOf(file: FactFile): SourceFile {
  return file as SourceFile;
}

/** The file of a fact as the driver, which has made it, knows it. */
export function stateOf({ file }: Fact): FileState {
  return file as FileState;
}

/** A file that says nothing yet. */
export function emptyFile(path: string, indexedBy: ConfigurationValues = NO_CONFIGURATIONS): FileState {
  return {
    path,
    facts: NONE,
    headers: NONE,
    problems: NONE,
    incomplete: false,
    positions: NO_POSITIONS,
    suppressions: NONE,
    openText: undefined,
    readFacts: NONE,
    lastIntact: NO_TEXT,
    relatedPlaces: undefined,
    findings: undefined,
    indexedBy,
  };
}

/** Whether a file may have something to show: a suppression may be said to be unused, and an editor wants to know that there is nothing. */
export function mayHaveFindings({ openText, findings, suppressions }: FileState): boolean {
  return openText !== undefined || findings !== undefined || suppressions.length > 0;
}

/** The facts of a file that decide how its other facts are understood. */
export function headersAmong(facts: readonly Fact[], systems: readonly System[]): readonly Fact[] {
  return facts.filter(fact => isHeader(fact, systems));
}

/** Whether a fact decides how others of its file are understood (`System.headers`). */
export function isHeader({ kind }: Fact, systems: readonly System[]): boolean {
  return systems.some(system => system.headers.has(kind));
}

/** Whether any system says that a registry is at a path, by the path alone: that it cannot be read is then a finding. */
export function looksLikeRegistry(path: string, systems: readonly System[]): boolean {
  return systems.some(system => system.expectsRegistry?.(path) === true);
}

/** Whether it counts for any system that there is something at a path, be it an empty folder. */
export function isMarker(path: string, systems: readonly System[]): boolean {
  return systems.some(system => system.isMarker?.(path) === true);
}

/** What an editor's text said before an edit; nothing for a closed file. */
export function previousText(state: FileState): PreviousText | undefined {
  const { openText, readFacts } = state;
  return openText === undefined ? undefined : { text: openText, facts: readFacts, ...state.positions.table() };
}

/** The problem of a file that could not be read, or not wholly. */
export function unreadableProblem({ message, offset }: Unreadable, text: string): Problem {
  const span = { start: offset, end: Math.min(offset + 1, text.length) };
  return { code: 'registry/unreadable', span, message, damage: true };
}

/**
 * What the last text without damage said: of an open file only, and of what the disk held before it was opened. That a half-typed text
 * is saved does not make it what somebody meant.
 */
function lastIntact(
  before: FileState,
  { damaged, open, now }: { damaged: boolean; open: boolean; now: IntactText },
): IntactText {
  if (!open) return NO_TEXT;
  if (!damaged) {
    const wasHalfTyped = before.openText === now.text && before.problems.some(problem => problem.damage);
    return wasHalfTyped ? before.lastIntact : now;
  }
  const wasIntact = before.openText === undefined && !before.incomplete;
  return wasIntact ? { ...NO_TEXT, facts: before.facts } : before.lastIntact;
}

function setMembership(set: Set<string>, item: string, isIn: boolean): void {
  if (isIn) set.add(item);
  else set.delete(item);
}

/** Shared by the many files that say nothing; never written to. */
const NONE: readonly never[] = [];
const NO_CONFIGURATIONS: ConfigurationValues = new Map([]);
const NO_TEXT: IntactText = { facts: NONE, spans: NO_POSITIONS.table().spans, text: undefined };
