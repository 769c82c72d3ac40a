import { groupBy, pushTo } from '../base/collections';
import type { Fact, Problem, SourceFile } from '../model/fact';
import { fileOf, type Finding, type Report } from '../model/finding';
import {
  componentKey,
  configurationKey,
  fileKey,
  keyParts,
  SETTINGS_KEY,
  UNSEEN_KEY,
  type Lookup,
  type RunSettings,
} from '../model/lookup';
import type { Suppression } from '../model/suppression';
import type { FactRule, FileRule, KeyRule, Rule } from '../rules/rule';
import { sameData } from '../base/data';
import type { KeyWriter, System } from '../systems/system';
import { Components } from './components';
import { settle } from './damage';
import { compareFindings, failureOf } from './findings';
import { KeyedIndex, type Counts, type Role } from './index';
import { notingLookup, plainLookup } from './lookups';
import { Paths } from './paths';
import { NO_POSITIONS, Packer, positionsOf, type PackedPositions, type Positions } from './positions';
import type { PreviousText } from './previous';
import { readFile } from './read';
import { kindOf, type Subject } from './subject';
import { UnseenPlaces } from './unseen-places';

/** A file as the driver keeps it. Of a closed file no text is kept. */
export interface FileState extends SourceFile {
  facts: readonly Fact[];
  problems: readonly Problem[];
  incomplete: boolean;
  positions: Positions | PackedPositions;
  suppressions: readonly Suppression[];
  /** The text, while an editor shows the file. */
  openText: string | undefined;
  /** What the last text without damage said, while an editor shows the file. */
  intact: readonly Fact[];
  /** By the subject that they were found under, so that replacing them is exact. */
  findings: Map<Subject, readonly Finding[]> | undefined;
}

/** Why a file could not be read, or not wholly; `offset` is where the trouble begins in the text that was. */
export interface Unreadable {
  readonly message: string;
  readonly offset: number;
}

/** Counts of work done, for tests and for the growth gates: work is counted, not timed. */
export interface Work {
  filesRead: number;
  subjectsChecked: number;
  rulesRun: number;
}

/**
 * Runs the pipeline by key: a changed text is read, its facts are compared with those it had, and only the keys of
 * facts that differ are checked again, with whatever looked those keys up before.
 */
export class Driver {
  readonly files = new Map<string, FileState>();
  readonly paths = new Paths();
  readonly unseen = new UnseenPlaces();
  readonly index = new KeyedIndex();
  readonly components = new Components();
  readonly configurations = new Map<string, unknown>();
  readonly work: Work = { filesRead: 0, subjectsChecked: 0, rulesRun: 0 };
  readonly runSettings: RunSettings | undefined;
  private readonly systems: readonly System[];
  private readonly queue = new Set<Subject>();
  private readonly packer = new Packer();
  /** What the first check has not come to yet. */
  private unchecked: Generator<Subject, void> | undefined;
  private readonly dirty = new Set<string>();
  private readonly bySubject = new Map<Subject, readonly Finding[]>();
  private readonly rules: RuleTable;
  /** Systems whose configuration may differ from the one that their facts are indexed by. */
  private readonly unsure: Set<System>;
  private whole = false;
  private readonly noting: Lookup;

  constructor(systems: readonly System[], rules: readonly Rule[], runSettings?: RunSettings) {
    this.systems = systems;
    this.runSettings = runSettings;
    this.rules = ruleTable(rules);
    this.noting = notingLookup(this);
    this.unsure = new Set(systems.filter(system => system.configuration !== undefined));
    this.refresh();
  }

  /** Whether every file of the repository has been read, so that "nowhere" and "also in" can be said. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** Whether nothing that was touched is left to check. */
  get isSettled(): boolean {
    return this.queue.size === 0 && this.unchecked === undefined;
  }

  claims(path: string): boolean {
    return this.systems.some(system => system.claims(path));
  }

  vital(path: string): boolean {
    return this.systems.some(system => system.vital?.(path) === true);
  }

  /** Notes that a file exists (or no longer does) without reading it. */
  note(path: string, exists: boolean): void {
    for (const key of exists ? this.paths.add(path) : this.paths.delete(path)) this.touch(key);
  }

  /** Notes that a folder cannot be listed, so that anything may be in it, or that it can again. */
  close(folder: string, isClosed: boolean): void {
    this.setUnseen(folder, true, isClosed);
  }

  /** Takes a new text for a file; `open` while an editor shows it. */
  put(path: string, { text, open, unreadable }: { text: string; open: boolean; unreadable?: Unreadable }): void {
    this.note(path, true);
    this.setUnseen(path, false, unreadable !== undefined && text === '');
    const state = this.files.get(path) ?? this.create(path);
    const before = state.facts;
    const problemsBefore = state.problems;
    const read = readFile(this.systems, state, text, previousText(state));
    this.work.filesRead++;
    const problems = unreadable && this.vital(path) ? [...read.problems, problemOf(unreadable, text)] : read.problems;
    const damaged = unreadable !== undefined || problems.some(problem => problem.damage);
    state.intact = intactFacts(state, { damaged, open, now: read.facts });
    state.problems = problems;
    state.positions = open ? read.positions : this.packer.pack(read.positions);
    state.suppressions = read.suppressions;
    state.openText = open ? text : undefined;
    const wasIncomplete = state.incomplete;
    state.incomplete = damaged && state.intact.length === 0;
    this.replaceFacts(state, before, damaged && open ? settle(read.facts, state.intact) : read.facts);
    if (state.incomplete !== wasIncomplete) this.touchAll(state.facts);
    if (problems.length > 0 || problemsBefore.length > 0) this.enqueue(fileKey(path));
    this.dirty.add(path);
  }

  /** Forgets a file. */
  delete(path: string): void {
    this.note(path, false);
    this.setUnseen(path, false, false);
    const state = this.files.get(path);
    if (state === undefined) return;
    state.problems = [];
    this.replaceFacts(state, state.facts, []);
    this.files.delete(path);
    this.touch(fileKey(path));
    this.dirty.add(path);
  }

  /** Says that every file has been read: from here on, whatever needs the whole repository is checked too. */
  complete(): void {
    if (this.whole) return;
    this.whole = true;
    this.refresh();
    for (const { path, openText } of this.files.values())
      if (openText !== undefined) for (const subject of this.subjectsOf(path)) this.enqueue(subject);
    this.unchecked = this.everything();
  }

  /** Checks what changes have touched, until nothing is left or `mayGoOn` says no. Returns whether nothing is left. */
  drain(mayGoOn: () => boolean = () => true): boolean {
    this.refresh();
    for (const subject of this.queue) {
      this.queue.delete(subject);
      this.check(subject);
      if (!mayGoOn()) return this.isSettled;
    }
    while (this.unchecked !== undefined) {
      const { value: subject, done } = this.unchecked.next();
      if (done === true) this.unchecked = undefined;
      else this.check(subject);
      if (!mayGoOn()) break;
    }
    return this.isSettled;
  }

  /**
   * Checks what was touched of one file before whatever else waits: of the file being edited it is wanted at once. Goes
   * on as long as `mayGoOn` says so.
   */
  drainFile(path: string, mayGoOn: () => boolean = () => true): void {
    this.refresh();
    for (const subject of this.subjectsOf(path)) {
      if (!this.queue.has(subject)) continue;
      if (!mayGoOn()) return;
      this.queue.delete(subject);
      this.check(subject);
    }
  }

  /** The paths whose findings may look different since the last call. */
  takeDirty(): ReadonlySet<string> {
    const taken = new Set(this.dirty);
    this.dirty.clear();
    return taken;
  }

  /** The index for questions from outside, which depend on nothing. */
  lookup(): Lookup {
    this.refresh();
    return plainLookup(this);
  }

  /** A file, its facts, and their keys. */
  private subjectsOf(path: string): Subject[] {
    const subjects: Subject[] = [fileKey(path)];
    for (const fact of this.files.get(path)?.facts ?? []) {
      subjects.push(fact);
      this.each(fact, key => subjects.push(key));
    }
    return subjects;
  }

  /** Every subject that has rules, for the first check: as it is met, since a queue of them all would take long to fill. */
  private *everything(): Generator<Subject, void> {
    for (const state of this.files.values()) {
      yield fileKey(state.path);
      const { facts } = state;
      for (const fact of facts) {
        // What has changed since is in the queue.
        if (state.facts !== facts) break;
        if (this.rules.facts.has(fact.kind)) yield fact;
      }
    }
    for (const key of this.index.keys()) if (this.rules.keys.has(keyParts(key).kind)) yield key;
    for (const key of this.components.all()) yield componentKey(key);
  }

  private setUnseen(path: string, isFolder: boolean, is: boolean): void {
    if (is ? this.unseen.add(path, isFolder) : this.unseen.delete(path, isFolder)) this.touchUnseen();
  }

  /** Whatever was concluded from an absence is asked again; configurations, too. */
  private touchUnseen(): void {
    this.touch(UNSEEN_KEY);
    for (const system of this.systems) if (system.configuration !== undefined) this.unsure.add(system);
    for (const path of this.files.keys()) this.dirty.add(path);
  }

  private create(path: string): FileState {
    const state: FileState = {
      path,
      facts: [],
      problems: [],
      incomplete: false,
      positions: NO_POSITIONS,
      suppressions: [],
      openText: undefined,
      intact: [],
      findings: undefined,
    };
    this.files.set(path, state);
    return state;
  }

  private replaceFacts(state: FileState, before: readonly Fact[], after: readonly Fact[]): void {
    if (before.length === after.length && before.every((fact, i) => fact === after[i])) return;
    const kept = new Set(after);
    const had = new Set(before);
    const removed = before.filter(fact => !kept.has(fact));
    const added = had.size === 0 ? after : after.filter(fact => !had.has(fact));
    state.facts = after;
    for (const fact of removed) {
      this.unlist(fact, this.systems);
      this.retire(fact);
    }
    for (const fact of added) {
      this.list(fact, this.systems);
      this.enqueue(fact);
    }
    const changed = removed.length === 0 ? added : [...removed, ...added];
    for (const system of this.systems)
      if (changed.some(({ kind }) => system.configuredBy?.has(kind) === true)) this.unsure.add(system);
    for (const fact of removed) this.each(fact, key => this.touch(key));
    const stays = (fact: Fact) => kept.has(fact) && had.has(fact);
    if (changed.some(fact => this.isHeader(fact))) this.touchAll(after);
    else this.touchAll(movedFacts(before.filter(stays), after.filter(stays)));
    this.touch(fileKey(state.path));
  }

  private retire(fact: Fact): void {
    this.queue.delete(fact);
    this.index.forget(fact);
    this.replaceFindings(fact, []);
  }

  private touchAll(facts: readonly Fact[]): void {
    for (const fact of facts) {
      this.enqueue(fact);
      this.each(fact, key => {
        this.index.reorder(key);
        this.touch(key);
      });
    }
  }

  private isHeader(fact: Fact): boolean {
    return this.systems.some(system => system.headers.has(fact.kind));
  }

  /** Takes over configurations and dependency edges that changed. */
  private refresh(): void {
    for (const system of this.unsure) this.configure(system);
    this.unsure.clear();
    for (const key of this.components.flush()) this.touch(componentKey(key));
  }

  private configure(system: System): void {
    const known = this.configurations.get(system.name);
    const now = system.configuration!(plainLookup(this));
    if (sameData(known, now)) return;
    const only = [system];
    const facts = [...this.files.values()].flatMap(state => state.facts);
    for (const fact of facts) this.unlist(fact, only);
    for (const fact of facts) this.each(fact, key => this.touch(key), only);
    this.configurations.set(system.name, now);
    for (const fact of facts) this.list(fact, only);
    this.touch(configurationKey(system.name));
  }

  /** Puts a fact under its keys, which are touched by it. */
  private list(fact: Fact, systems: readonly System[]): void {
    const edge = (from: string, to: string) => this.components.add(from, to);
    this.each(fact, (key, role) => this.touch(key, this.index.add(key, role, fact)), systems, edge);
  }

  private unlist(fact: Fact, systems: readonly System[]): void {
    const edge = (from: string, to: string) => this.components.remove(from, to);
    this.each(fact, (key, role) => this.index.remove(key, role, fact), systems, edge);
  }

  private each(
    fact: Fact,
    use: (key: string, role: Role) => void,
    systems = this.systems,
    edge: KeyWriter['edge'] = () => undefined,
  ): void {
    const writer: KeyWriter = { provides: key => use(key, 'providers'), reads: key => use(key, 'readers'), edge };
    for (const system of systems) system.keys(fact, writer, this.configurations.get(system.name));
  }

  private touch(key: string, dependants = this.index.dependants(key)): void {
    this.enqueue(key);
    for (const subject of dependants) this.enqueue(subject);
    const kinds = key.endsWith(':') ? this.index.dependantKinds(key) : undefined;
    if (kinds !== undefined) this.enqueueKinds(kinds);
    if (key === SETTINGS_KEY) for (const path of this.files.keys()) this.dirty.add(path);
  }

  private enqueue(subject: Subject): void {
    if (typeof subject !== 'string') {
      if (this.rules.facts.has(subject.kind) && this.mayCheck(subject.file.path)) this.queue.add(subject);
      return;
    }
    const { kind, name } = keyParts(subject);
    if (kind === 'file' ? this.mayCheck(name) : this.whole && this.rules.keys.has(kind)) this.queue.add(subject);
  }

  /** For keys that stand for the whole repository; they change rarely, so this may walk it. */
  private enqueueKinds(kinds: ReadonlySet<string>): void {
    for (const key of this.index.keys()) if (kinds.has(kindOf(key))) this.enqueue(key);
    for (const state of this.files.values()) {
      if (kinds.has('file')) this.enqueue(fileKey(state.path));
      for (const fact of state.facts) if (kinds.has(kindOf(fact))) this.enqueue(fact);
    }
  }

  /** Until everything is read, only what an editor shows is checked, and only by itself. */
  private mayCheck(path: string): boolean {
    return this.whole || this.files.get(path)?.openText !== undefined;
  }

  private check(subject: Subject): void {
    this.work.subjectsChecked++;
    const findings: Finding[] = [];
    this.index.noting(subject, () => this.ask(subject, findings));
    this.replaceFindings(subject, findings);
  }

  /** Asks the rules of a subject; none for a subject that no longer exists, which clears its findings. */
  private ask(subject: Subject, findings: Finding[]): void {
    const { noting: lookup, whole } = this;
    if (typeof subject !== 'string') {
      for (const rule of this.rules.facts.get(subject.kind) ?? [])
        if (whole || rule.wide !== true) this.run(rule, () => rule.check(subject, lookup), subject, findings);
      return;
    }
    const { kind, name } = keyParts(subject);
    if (kind === 'file') {
      const file = this.files.get(name);
      if (file === undefined) return;
      for (const rule of this.rules.files)
        if (whole || rule.wide !== true) this.run(rule, () => rule.check(file, lookup), subject, findings);
      return;
    }
    const counts = this.index.counts(subject);
    for (const rule of this.rules.keys.get(kind) ?? [])
      if (hasEnough(counts, rule)) this.run(rule, () => rule.check(name, lookup, kind), subject, findings);
  }

  /** A rule that throws becomes one finding about itself; the others still report. */
  private run({ code, severity }: Rule, start: () => Iterable<Report>, subject: Subject, findings: Finding[]): void {
    this.work.rulesRun++;
    const add = (report: Report): void => {
      const key = typeof subject === 'string' ? subject : `${subject.kind}:${subject.name}`;
      findings.push({ ...report, severity: report.severity ?? severity, code, key });
    };
    try {
      for (const report of start()) add(report);
    } catch (error) {
      const file = this.placeOf(subject);
      if (file !== undefined) add(failureOf(error, file));
    }
  }

  /** Where a rule that throws is reported. */
  private placeOf(subject: Subject): SourceFile | undefined {
    if (typeof subject !== 'string') return subject.file;
    const { kind, name } = keyParts(subject);
    if (kind === 'file') return this.files.get(name);
    return (this.index.providers(subject)[0] ?? this.index.readers(subject)[0])?.file;
  }

  private replaceFindings(subject: Subject, findings: readonly Finding[]): void {
    const before = this.bySubject.get(subject) ?? [];
    const { now, changed } = compareFindings(before, findings);
    if (changed.length === 0) return;
    const states = new Set(changed.map(stateOf));
    const after = groupBy(
      now.filter(finding => states.has(stateOf(finding))),
      stateOf,
    );
    for (const state of states) {
      const own = after.get(state);
      if (own !== undefined) (state.findings ??= new Map()).set(subject, own);
      else if (state.findings?.delete(subject) === true && state.findings.size === 0) state.findings = undefined;
      this.dirty.add(state.path);
    }
    if (now.length === 0) this.bySubject.delete(subject);
    else this.bySubject.set(subject, now);
  }
}

function stateOf(finding: Finding): FileState {
  return fileOf(finding.at) as FileState;
}

function previousText(state: FileState): PreviousText | undefined {
  const { openText, facts } = state;
  return openText === undefined ? undefined : { text: openText, facts, spans: positionsOf(state).spans };
}

/** What the last text without damage said: of an open file only, and of what the disk held before it was opened. */
function intactFacts(
  before: FileState,
  { damaged, open, now }: { damaged: boolean; open: boolean; now: readonly Fact[] },
): readonly Fact[] {
  if (!open) return [];
  if (!damaged) return now;
  const wasIntact = before.openText === undefined && !before.incomplete;
  return wasIntact ? before.facts : before.intact;
}

function problemOf({ message, offset }: Unreadable, text: string): Problem {
  const span = { start: offset, end: Math.min(offset + 1, text.length) };
  return { code: 'registry/unreadable', span, message, damage: true };
}

function hasEnough({ providers, readers }: Counts, { atLeast }: KeyRule): boolean {
  return providers >= (atLeast?.providers ?? 0) && readers >= (atLeast?.readers ?? 0);
}

/** Of two lists of the same facts, those between the first and the last that stand elsewhere. */
function movedFacts(before: readonly Fact[], after: readonly Fact[]): readonly Fact[] {
  const first = after.findIndex((fact, i) => fact !== before[i]);
  return first < 0 ? [] : after.slice(first, after.findLastIndex((fact, i) => fact !== before[i]) + 1);
}

interface RuleTable {
  readonly facts: ReadonlyMap<string, readonly FactRule[]>;
  readonly keys: ReadonlyMap<string, readonly KeyRule[]>;
  readonly files: readonly FileRule[];
}

function ruleTable(rules: readonly Rule[]): RuleTable {
  const facts = new Map<string, FactRule[]>();
  const keys = new Map<string, KeyRule[]>();
  for (const rule of rules) {
    if (rule.over === 'fact') for (const kind of [rule.kind].flat()) pushTo(facts, kind, rule);
    if (rule.over === 'key') for (const kind of [rule.kind].flat()) pushTo(keys, kind, rule);
  }
  return { facts, keys, files: rules.filter(rule => rule.over === 'file') };
}
