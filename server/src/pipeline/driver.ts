import { groupBy } from '../base/collections';
import type { LinkTarget } from '../base/symlink-target';
import type { Fact, Problem, SourceFile } from '../model/fact';
import { fileOf, isPlace, type Finding } from '../model/finding';
import {
  componentKey,
  configurationKey,
  fileKey,
  keyParts,
  rememberedKey,
  rememberedKind,
  SETTINGS_KEY,
  UNSEEN_KEY,
  type Lookup,
  type RunSettings,
} from '../model/lookup';
import { isLink } from '../model/link';
import type { Suppression } from '../model/suppression';
import type { Rule } from '../rules/rule';
import { sameData } from '../base/structural-equality';
import { LargeMap } from '../base/large-map';
import { LargeQueue } from '../base/large-queue';
import { runWhile, runToEnd, forEachYielding, type Task } from '../base/cooperative-task';
import type { KeyWriter, System } from '../systems/system';
import { asking, ruleTable, saysNothing, type RuleTable } from './rule-table';
import { Components } from './dependency-components';
import { settle } from './damage';
import { compareFindings } from './findings';
import { KeyedIndex, type Role } from './keyed-index';
import { Links, type Reading } from './links';
import { notingLookup, plainLookup } from './lookups';
import { Paths } from './paths';
import { NO_POSITIONS, Packer, positionsOf, type NamedPlaces, type PackedPositions, type Positions } from './positions';
import type { PreviousText } from './previous-text';
import { readFile, type Readers, type Text, type Unreadable } from './read-file';
import { kindOf, textOf, type Subject } from './subject';
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
  /** What its findings named when they were last shown, while an editor shows the file. */
  named: ReadonlyMap<Finding, NamedPlaces> | undefined;
  /** By the subject that they were found under, so that replacing them is exact. */
  findings: Map<Subject, readonly Finding[]> | undefined;
  /** The configurations that its facts are indexed by, by the names of systems. */
  indexedBy: ReadonlyMap<string, unknown>;
}

/** A text to put, and where the path leads should it be a link. */
type Put = Text & { readonly link?: LinkTarget };

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
  /** In the order of coming: files that lie together are checked and shown one after the other, and what they name lies near. */
  readonly files = new Map<string, FileState>();
  readonly paths = new Paths();
  readonly unseen = new UnseenPlaces();
  readonly index = new KeyedIndex();
  readonly components = new Components();
  readonly configurations = new Map<string, unknown>();
  readonly work: Work = { filesRead: 0, subjectsChecked: 0, rulesRun: 0 };
  readonly runSettings: RunSettings | undefined;
  /** For rules: it notes what they look up. */
  readonly noting: Lookup;
  private readonly systems: readonly System[];
  private readonly queue = new LargeQueue<Subject>(textOf);
  /** What an editor's text has touched since it was taken; nothing is noted for the text of a closed file. */
  private touched: Set<Subject> | undefined;
  private readonly packer = new Packer();
  /** What the first check has not come to yet. */
  private unchecked: Iterator<Subject, void> | undefined;
  /** The check of a key that many facts share, while there is more of it to do. */
  private checking: { readonly subject: Subject; readonly work: Task<readonly Finding[]> } | undefined;
  private dirty = new Set<string>();
  private readonly bySubject = new LargeMap<Subject, readonly Finding[]>(textOf);
  private readonly rules: RuleTable;
  /** Systems whose configuration may differ from the one that their facts are indexed by. */
  private readonly unsure: Set<System>;
  /** What the facts of another file are indexed by. */
  private indexesBy: ReadonlyMap<string, unknown> = new Map();
  private readonly remembered = new Map<string, unknown>();
  private readonly linked: Links;
  private readonly openFiles = new Set<string>();
  private readonly damagedFiles = new Set<string>();
  private readonly suppressingFiles = new Set<string>();
  private whole = false;
  private isConnected = false;
  private connecting: Task | undefined;
  /** A file that is being put, while there is more of it to do. */
  private underWay: Task | undefined;

  /** `readText` gives the text of a closed file, for what is read once more through a link. */
  constructor(
    systems: readonly System[],
    rules: readonly Rule[],
    { runSettings, readText }: { runSettings?: RunSettings | undefined; readText: Reading['readText'] },
  ) {
    this.systems = systems;
    this.runSettings = runSettings;
    const { configurations, files, paths } = this;
    this.linked = new Links({
      systems,
      configurations,
      files,
      paths,
      readText,
      vital: path => this.vital(path),
      exists: (path, is) => this.exists(path, is),
      accept: (path, text, readers) => runToEnd(this.accepting(path, text, readers)),
      drop: path => this.drop(path),
      delete: path => this.remove(path),
    });
    this.rules = ruleTable(rules);
    this.noting = notingLookup(this);
    this.unsure = new Set(systems.filter(system => system.configuration !== undefined));
  }

  /** Whether every file of the repository has been read, so that "nowhere" and "also in" can be said. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** Whether any file is incomplete. */
  get hasDamage(): boolean {
    return this.damagedFiles.size > 0;
  }

  /** Whether nothing that was touched is left to check. */
  get isSettled(): boolean {
    return this.queue.size === 0 && this.unchecked === undefined && this.checking === undefined;
  }

  /** Where the links of the root lead, by their paths. */
  get links(): ReadonlyMap<string, LinkTarget> {
    return this.linked.targets;
  }

  claims(path: string): boolean {
    return this.systems.some(system => system.claims(path));
  }

  vital(path: string): boolean {
    return this.systems.some(system => system.vital?.(path) === true);
  }

  /** Notes that a file or link exists (or no longer does) without reading it. */
  note(path: string, exists: boolean, link?: LinkTarget): void {
    this.exists(path, exists);
    if (exists) this.linked.noted(path);
    this.linked.set(path, exists ? link : undefined);
  }

  /** Notes that a folder cannot be listed, so that anything may be in it, or that it can again. */
  close(folder: string, isClosed: boolean): void {
    this.setUnseen(folder, true, isClosed);
  }

  /** Takes a new text for a file; `open` while an editor shows it. */
  put(path: string, change: Put): void {
    this.finishPut();
    runToEnd(this.puts(path, change, false));
  }

  /**
   * As `put`, as a task for the caller. Whatever is put, deleted or asked for meanwhile comes after it: the rest of the task is
   * done then. But questions see half a file as long as whole ones are missing, too.
   */
  putting(path: string, change: Put): Task {
    this.finishPut();
    return (this.underWay = this.puts(path, change, true));
  }

  private finishPut(): void {
    if (this.underWay !== undefined) runToEnd(this.underWay);
  }

  private *puts(path: string, change: Put, hasBreaks: boolean): Task {
    this.touched = change.open ? new Set() : undefined;
    this.note(path, true, change.open ? this.linked.targets.get(path) : change.link);
    this.setUnseen(path, false, change.unreadable !== undefined && change.text === '');
    const shown = change.open ? undefined : this.linked.shownAt(path);
    yield* this.accepting(path, shown ?? change, this.linked.readersOf(path), hasBreaks);
    this.linked.spread(path, change);
    this.underWay = undefined;
  }

  private *accepting(path: string, { text, open, unreadable }: Text, systems: Readers, hasBreaks = false): Task {
    const state = this.files.get(path) ?? this.create(path);
    const before = state.facts;
    const problemsBefore = state.problems;
    const isKnown = before.length > 0 || mayShow(state);
    const how = { previous: previousText(state), link: this.linked.targets.get(path), hasBreaks };
    const read = yield* readFile(systems, state, text, how);
    this.work.filesRead++;
    const problems = unreadable && this.vital(path) ? [...read.problems, problemOf(unreadable, text)] : read.problems;
    const damaged = unreadable !== undefined || problems.some(problem => problem.damage);
    state.intact = intactFacts(state, { damaged, open, now: read.facts });
    state.problems = problems;
    state.positions = open ? read.positions : this.packer.pack(read.positions);
    state.suppressions = read.suppressions;
    setTo(this.suppressingFiles, path, read.suppressions.length > 0);
    state.openText = open ? text : undefined;
    setTo(this.openFiles, path, open);
    const wasIncomplete = state.incomplete;
    state.incomplete = damaged && state.intact.length === 0;
    yield* this.replacing(state, before, damaged && open ? settle(read.facts, state.intact) : read.facts);
    if (state.incomplete !== wasIncomplete) this.doubt(state);
    if (problems.length > 0 || problemsBefore.length > 0) this.enqueue(fileKey(path));
    // Of a file that is new, nothing is shown yet, and nothing names a place in it.
    if (isKnown || mayShow(state)) this.dirty.add(path);
  }

  /** Forgets a file. */
  delete(path: string): void {
    this.finishPut();
    this.remove(path);
  }

  private remove(path: string): void {
    this.note(path, false);
    this.setUnseen(path, false, false);
    this.drop(path);
    this.linked.forget(path);
  }

  private exists(path: string, is: boolean): void {
    for (const key of is ? this.paths.add(path) : this.paths.delete(path)) this.touch(key);
  }

  /** Forgets what a file says, though it may be there. */
  private drop(path: string): void {
    const state = this.files.get(path);
    if (state === undefined) return;
    state.problems = [];
    runToEnd(this.replacing(state, state.facts, []));
    this.setDamaged(path, false);
    this.suppressingFiles.delete(path);
    this.openFiles.delete(path);
    this.files.delete(path);
    this.touch(fileKey(path));
    this.dirty.add(path);
  }

  /**
   * Says that all files have been taken that will be: only now it can be told what configures them, and which of them need each other.
   * To be called until it returns true; it stops when `mayGoOn` says no.
   */
  connect(mayGoOn: () => boolean = () => true): boolean {
    this.connecting ??= this.connections();
    return runWhile(this.connecting, mayGoOn);
  }

  private *connections(): Task {
    this.finishPut();
    const unsure = [...this.unsure];
    this.unsure.clear();
    for (const system of unsure) yield* this.configuring(system);
    yield* this.linked.refreshing();
    yield* this.components.grouping();
    this.isConnected = true;
  }

  /** Says that every file of the repository was among them: from here on, whatever needs the whole of it is checked too. */
  complete(): void {
    if (this.whole) return;
    this.connect();
    this.whole = true;
    this.refresh();
    for (const path of this.openFiles) for (const subject of this.subjectsOf(path)) this.enqueue(subject);
    this.unchecked = this.everything();
  }

  /** Checks what changes have touched, until nothing is left or `mayGoOn` says no. Returns whether nothing is left. */
  drain(mayGoOn: () => boolean = () => true): boolean {
    this.refresh();
    if (!this.checkOn(mayGoOn)) return this.isSettled;
    for (const subject of this.takeQueued(this.queue)) if (!this.checkSome(subject, mayGoOn)) return this.isSettled;
    while (this.unchecked !== undefined) {
      const { value: subject, done } = this.unchecked.next();
      if (done === true) this.unchecked = undefined;
      else if (!this.checkSome(subject, mayGoOn)) break;
    }
    return this.isSettled;
  }

  /** Checks what was touched of one file before whatever else waits. */
  drainFile(path: string): void {
    this.refresh();
    for (const subject of this.takeQueued(this.subjectsOf(path))) this.check(subject);
  }

  /**
   * Checks what a keystroke in a file waits for. Of what it has touched, that is anything, as long as `spare` says so, then what was
   * touched of the file, as long as `own` does. A key that many facts share is left for later, since nearly all that is found there is
   * said of other files; but not if the file shows something that was found there and would vanish for a moment. So is whatever
   * waits for other reasons, a branch switch say. Returns whether nothing is left.
   */
  drainEdited(path: string, { spare, own }: { spare: () => boolean; own: () => boolean }): boolean {
    this.refresh();
    const { touched = new Set() } = this;
    const state = this.files.get(path);
    const isWaitedFor = (subject: Subject) =>
      !this.isShared(subject) || (state !== undefined && showsLost(state, subject) && this.isUnder(subject, state));
    const checkWhile = (subjects: Iterable<Subject>, mayGoOn: () => boolean): boolean => {
      for (const subject of this.takeQueued(subjects, each => touched.has(each) && isWaitedFor(each))) {
        this.check(subject);
        if (!mayGoOn()) return false;
      }
      return true;
    };
    if (!checkWhile(touched, spare)) checkWhile(this.subjectsOf(path), own);
    this.touched = undefined;
    return this.isSettled;
  }

  /** The paths whose findings may look different, or whose places may be others, since the last call. The caller's own. */
  takeDirty(): Set<string> {
    const taken = this.dirty;
    this.dirty = new Set();
    return taken;
  }

  /** Takes what is found by other means than checking subjects, in the place of what was taken before. */
  foretell(findings: readonly Finding[]): void {
    this.replaceFindings(FORETOLD, findings);
  }

  /** See `Lookup.remember`. */
  remember<T>(key: string, compute: (lookup: Lookup) => T): T {
    const subject = rememberedKey(key);
    if (!this.remembered.has(subject))
      this.index.noting(subject, () => this.remembered.set(subject, compute(this.noting)));
    return this.remembered.get(subject) as T;
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
      const { facts } = state;
      if (!saysNothing(state) || state.findings !== undefined) yield fileKey(state.path);
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
    this.dirtyAll();
  }

  private dirtyAll(): void {
    for (const state of this.files.values()) if (mayShow(state)) this.dirty.add(state.path);
  }

  private create(path: string): FileState {
    const state: FileState = {
      path,
      facts: NONE,
      problems: NONE,
      incomplete: false,
      positions: NO_POSITIONS,
      suppressions: NONE,
      openText: undefined,
      intact: NONE,
      named: undefined,
      findings: undefined,
      indexedBy: this.indexesBy,
    };
    this.files.set(path, state);
    return state;
  }

  private *replacing(state: FileState, before: readonly Fact[], after: readonly Fact[]): Task {
    const [gone, come] = middles(before, after);
    if (gone.length === 0 && come.length === 0) return;
    state.facts = after;
    const [had, kept] = [new Set(gone), new Set(come)];
    const changed = yield* this.changing(
      gone.filter(fact => !kept.has(fact)),
      come.filter(fact => !had.has(fact)),
    );
    const stays = (fact: Fact) => kept.has(fact) && had.has(fact);
    if (before.length > 0 && changed.some(fact => this.isHeader(fact))) this.touchAll(after);
    else this.touchAll(movedFacts(gone.filter(stays), come.filter(stays)));
    this.touch(fileKey(state.path));
  }

  /** Takes facts out of the index and puts others into it. Gives them all. */
  private *changing(removed: readonly Fact[], added: readonly Fact[]): Task<readonly Fact[]> {
    yield* forEachYielding(removed, fact => {
      this.unlist(fact, this.systems);
      this.retire(fact);
    });
    yield* forEachYielding(added, fact => {
      this.list(fact, this.systems);
      this.enqueue(fact);
    });
    const changed = removed.length === 0 ? added : [...removed, ...added];
    if (changed.some(isLink)) this.linked.doubt();
    this.doubtConfigurations(changed);
    for (const fact of removed) this.each(fact, key => this.touch(key));
    return changed;
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

  /** What a file does not say may be in it all the same, as long as it is damaged: whoever looked is asked again. */
  private doubt({ path, facts, incomplete }: FileState): void {
    this.touchAll(facts);
    this.touch(fileKey(path));
    this.doubtConfigurations(facts);
    this.setDamaged(path, incomplete);
  }

  /** It decides which suppressions are said to be unused, in any file. */
  private setDamaged(path: string, is: boolean): void {
    const before = this.hasDamage;
    setTo(this.damagedFiles, path, is);
    if (before !== this.hasDamage) for (const each of this.suppressingFiles) this.dirty.add(each);
  }

  private doubtConfigurations(changed: readonly Fact[]): void {
    for (const system of this.systems)
      if (changed.some(({ kind }) => system.configuredBy?.has(kind) === true)) this.unsure.add(system);
  }

  private isHeader(fact: Fact): boolean {
    return this.systems.some(system => system.headers.has(fact.kind));
  }

  /** Takes over configurations and dependency edges that changed. From here on, nobody sees half a file. */
  private refresh(): void {
    if (!this.isConnected) return;
    this.finishPut();
    for (const system of this.unsure) runToEnd(this.configuring(system));
    this.unsure.clear();
    runToEnd(this.linked.refreshing());
    for (const key of this.components.flush()) this.touch(componentKey(key));
  }

  /** Reads a configuration; if it differs, indexes file after file by it. A file that changes meanwhile is in its place before or after. */
  private *configuring(system: System): Task {
    const known = this.configurations.get(system.name);
    const now = system.configuration!(plainLookup(this));
    if (sameData(known, now)) return;
    this.configurations.set(system.name, now);
    const by = (this.indexesBy = new Map(this.configurations));
    if (system.follows !== undefined) this.linked.doubt();
    this.touch(configurationKey(system.name));
    yield* forEachYielding(this.files.values(), state => {
      if (state.indexedBy !== by) this.reindex(state, system, by);
    });
  }

  private reindex(state: FileState, system: System, by: FileState['indexedBy']): void {
    const only = [system];
    const facts = state.facts.filter(({ kind }) => system.configured?.has(kind) === true);
    for (const fact of facts) this.unlist(fact, only);
    for (const fact of facts) this.each(fact, key => this.touch(key), only);
    state.indexedBy = by;
    for (const fact of facts) this.list(fact, only);
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
    const { indexedBy } = fact.file as FileState;
    for (const system of systems) system.keys(fact, writer, indexedBy.get(system.name));
  }

  private touch(key: string, dependants = this.index.dependants(key)): void {
    this.enqueue(key);
    for (const subject of dependants) this.enqueue(subject);
    const kinds = key.endsWith(':') ? this.index.dependantKinds(key) : undefined;
    if (kinds !== undefined) this.enqueueKinds(kinds);
    if (key === SETTINGS_KEY) this.dirtyAll();
  }

  private enqueue(subject: Subject): void {
    if (typeof subject !== 'string') {
      if (this.rules.facts.has(subject.kind) && this.mayCheck(subject.file.path)) this.queueUp(subject);
      return;
    }
    if (!this.whole && this.remembered.size === 0 && !subject.startsWith(FILE_PREFIX)) return;
    const { kind, name } = keyParts(subject);
    if (kind === REMEMBERED && this.remembered.delete(subject)) {
      this.index.forget(subject);
      this.touch(subject);
      this.touch(rememberedKind(name));
    }
    if (kind === 'file' ? this.mayCheck(name) : this.whole && this.rules.keys.has(kind)) this.queueUp(subject);
  }

  private queueUp(subject: Subject): void {
    if (this.checking?.subject === subject) this.checking = undefined;
    this.queue.add(subject);
    this.touched?.add(subject);
  }

  /** For keys that stand for the whole repository; they change rarely, so this may walk it. */
  private enqueueKinds(kinds: ReadonlySet<string>): void {
    if (kinds.has(REMEMBERED)) for (const subject of [...this.remembered.keys()]) this.enqueue(subject);
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

  /** Those of some subjects that wait, each of which is then the caller's to check. */
  private *takeQueued(
    subjects: Iterable<Subject>,
    isMeant: (subject: Subject) => boolean = () => true,
  ): Generator<Subject, void> {
    for (const subject of subjects) {
      if (!this.queue.has(subject) || !isMeant(subject)) continue;
      this.queue.delete(subject);
      yield subject;
    }
  }

  private isUnder(key: string, file: FileState): boolean {
    const isOfFile = (fact: Fact) => fact.file === file;
    return this.index.providers(key).some(isOfFile) || this.index.readers(key).some(isOfFile);
  }

  private isShared(subject: Subject): subject is string {
    if (typeof subject !== 'string') return false;
    const { providers, readers } = this.index.counts(subject);
    return providers + readers > MANY;
  }

  private check(subject: Subject): void {
    this.work.subjectsChecked++;
    const findings = this.index.noting(subject, () => runToEnd(asking(this.rules, subject, this)));
    this.replaceFindings(subject, findings);
  }

  /** As `check`; but what many facts share is checked finding by finding, and may be left half done. Returns what `mayGoOn` says then. */
  private checkSome(subject: Subject, mayGoOn: () => boolean): boolean {
    if (!this.isShared(subject)) {
      this.check(subject);
      return mayGoOn();
    }
    this.work.subjectsChecked++;
    this.index.forget(subject);
    this.checking = { subject, work: asking(this.rules, subject, this) };
    return this.checkOn(mayGoOn);
  }

  /** Goes on with a check that is half done. Should what it has seen change meanwhile, it is begun anew (`queueUp`). */
  private checkOn(mayGoOn: () => boolean): boolean {
    if (this.checking === undefined) return true;
    const { subject, work } = this.checking;
    const findings = this.index.notingMore(subject, () => {
      for (;;) {
        const { value, done } = work.next();
        if (done === true) return value;
        if (!mayGoOn()) return undefined;
      }
    });
    if (findings === undefined) return false;
    this.checking = undefined;
    this.replaceFindings(subject, findings);
    return mayGoOn();
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

/** Whether a file may have something to show: a suppression may be said to be unused, and an editor wants to know that there is nothing. */
function mayShow({ openText, findings, suppressions }: FileState): boolean {
  return openText !== undefined || findings !== undefined || suppressions.length > 0;
}

/** Whether a file shows something that was found under a subject about a fact that it no longer has. */
function showsLost({ facts, findings }: FileState, subject: Subject): boolean {
  const isLost = ({ at }: Finding): boolean => isPlace(at) && !facts.includes(at.fact);
  return findings?.get(subject)?.some(isLost) === true;
}

/** Shared by the many files that say nothing; never written to. */
const NONE: readonly never[] = [];

/** So many facts under one key are looked at between two keystrokes, not before a file that is edited is told about. */
const MANY = 100;

const FILE_PREFIX = fileKey('');

/** The subject of findings that no subject has; it is under no key and no fact. */
const FORETOLD = 'foretold:';
const { kind: REMEMBERED } = keyParts(rememberedKey(''));

function setTo(set: Set<string>, item: string, isIn: boolean): void {
  if (isIn) set.add(item);
  else set.delete(item);
}

function stateOf(finding: Finding): FileState {
  return fileOf(finding.at) as FileState;
}

function previousText(state: FileState): PreviousText | undefined {
  const { openText, facts } = state;
  return openText === undefined ? undefined : { text: openText, facts, ...positionsOf(state) };
}

/** What the last text without damage said: of an open file only, and of what the disk held before it was opened. */
function intactFacts(
  before: FileState,
  { damaged, open, now }: { damaged: boolean; open: boolean; now: readonly Fact[] },
): readonly Fact[] {
  if (!open) return NONE;
  if (!damaged) return now;
  const wasIntact = before.openText === undefined && !before.incomplete;
  return wasIntact ? before.facts : before.intact;
}

function problemOf({ message, offset }: Unreadable, text: string): Problem {
  const span = { start: offset, end: Math.min(offset + 1, text.length) };
  return { code: 'registry/unreadable', span, message, damage: true };
}

/** What is left of two lists without what they begin and end with alike: most edits change one fact of a thousand. */
function middles(before: readonly Fact[], after: readonly Fact[]): [readonly Fact[], readonly Fact[]] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
}

/** Of two lists of the same facts, those between the first and the last that stand elsewhere. */
function movedFacts(before: readonly Fact[], after: readonly Fact[]): readonly Fact[] {
  const first = after.findIndex((fact, i) => fact !== before[i]);
  return first < 0 ? [] : after.slice(first, after.findLastIndex((fact, i) => fact !== before[i]) + 1);
}
