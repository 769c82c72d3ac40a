import { forEachYielding, runToEnd, runWhile, type Task } from '../base/cooperative-task';
import type { LinkTarget } from '../base/symlink-target';
import type { Fact } from '../model/fact';
import { isLink } from '../model/link';
import { componentKey, fileKey, UNSEEN_KEY, type Lookup, type RunSettings } from '../model/lookup';
import type { Rule } from '../rules/rule';
import type { System } from '../systems/system';
import { Checks, type Work } from './checks';
import { Configurations } from './configurations';
import { Components } from './dependency-components';
import { changedFacts, movedFacts } from './fact-changes';
import { FactKeys } from './fact-keys';
import {
  Files,
  headersAmong,
  isHeader,
  looksLikeRegistry,
  mayHaveFindings,
  previousText,
  unreadableProblem,
  type FileState,
} from './files';
import { FindingStore, showsRemovedFact } from './finding-store';
import { KeyedIndex } from './keyed-index';
import { Links, type LinkEffect, type LinkEffects } from './links';
import { recordingLookup, plainLookup } from './lookups';
import { Memory } from './memory';
import { Paths } from './paths';
import { TextReader, type Readers, type Text } from './read-file';
import { ruleTable } from './rule-table';
import { Schedule } from './schedule';
import type { Subject } from './subject';
import { UnseenPlaces } from './unseen-places';

/** A new text of a file, and where the path leads should it be a link. */
type NewText = Text & { readonly link?: LinkTarget };

/**
 * Runs the pipeline by key: what changed → which keys → which rules. A text is read, its facts are compared with those the file had, the
 * keys of facts that differ are invalidated, and that schedules the rules over them and whatever looked them up.
 */
export class Driver {
  readonly files = new Files();
  readonly paths = new Paths();
  readonly unseen = new UnseenPlaces();
  readonly links: Links;
  readonly findings = new FindingStore();
  readonly reader: TextReader;
  readonly work: Work = { filesRead: 0, subjectsChecked: 0, rulesRun: 0 };
  private readonly systems: readonly System[];
  private readonly index = new KeyedIndex();
  private readonly components = new Components();
  private readonly memory = new Memory(this.index);
  private readonly configurations: Configurations;
  private readonly schedule: Schedule;
  private readonly facts: FactKeys;
  private readonly checks: Checks;
  private readonly plain: Lookup;
  private isConnected = false;
  private connectingTask: Task | undefined;
  /** A text that is being taken, while there is more of it to do. */
  private unfinishedText: Task | undefined;

  /**
   * `readText` gives the text of a closed file, for what is read once more through a link. `reader` is another driver's, so that what
   * the two read shares strings.
   */
  constructor(
    systems: readonly System[],
    rules: readonly Rule[],
    options: {
      readonly runSettings?: RunSettings | undefined;
      readonly readText: (path: string) => string | undefined;
      readonly reader?: TextReader | undefined;
    },
  ) {
    const { files, paths, unseen, findings, index, components, memory, work } = this;
    const { runSettings, readText } = options;
    const table = ruleTable(rules);
    this.systems = systems;
    this.reader = options.reader ?? new TextReader();
    const configurations = (this.configurations = new Configurations(systems));
    const schedule = (this.schedule = new Schedule({ rules: table, index, files, components, memory, findings }));
    this.facts = new FactKeys(systems, { index, components, schedule });
    this.links = new Links({ systems, configurations, files, paths, readText });
    const known = { index, paths, unseen, files, components, configurations, memory, runSettings };
    const noting = recordingLookup(known);
    this.plain = plainLookup(known, noting);
    this.checks = new Checks({ rules: table, index, files, schedule, findings, work, recordingLookup: noting });
  }

  /** Whether every file of the repository has been read, so that "nowhere" and "also in" can be said. */
  get isWhole(): boolean {
    return this.schedule.isWhole;
  }

  /** Whether nothing is left to check. */
  get isFullyChecked(): boolean {
    return this.schedule.isEmpty && !this.checks.isHalfDone;
  }

  /** For questions from outside. */
  get lookup(): Lookup {
    this.refresh();
    return this.plain;
  }

  // What changed: texts, paths and links.

  /** Notes that a file or link exists of which nothing is to be read: what was read there before counts no more. */
  addPath(path: string, link: LinkTarget | undefined): void {
    this.setPathExists(path, true, link);
    this.applyLinkEffects(this.links.leaveUnread(path));
  }

  private setPathExists(path: string, exists: boolean, link?: LinkTarget): void {
    this.updatePaths(path, exists);
    if (exists) this.links.markNoted(path);
    this.applyLinkEffects(this.links.setTarget(path, exists ? link : undefined));
  }

  /** Notes that a folder cannot be listed, so that anything may be in it, or that it can again. */
  setFolderUnlistable(folder: string, isClosed: boolean): void {
    this.setUnseen(folder, true, isClosed);
  }

  /** Takes a new text of a file. */
  takeText(path: string, text: NewText): void {
    this.finishText();
    runToEnd(this.takeTextTask(path, text));
  }

  /**
   * As `takeText`, as a task for the caller. Whatever is taken, deleted or asked for meanwhile comes after it: the rest of the task is
   * done then. But questions see half a file as long as whole ones are missing, too.
   */
  takeTextInParts(path: string, text: NewText): Task {
    this.finishText();
    return (this.unfinishedText = this.takeTextTask(path, text));
  }

  /** Forgets a file. */
  delete(path: string): void {
    this.finishText();
    this.remove(path);
  }

  private finishText(): void {
    if (this.unfinishedText !== undefined) runToEnd(this.unfinishedText);
  }

  private *takeTextTask(path: string, text: NewText): Task {
    this.schedule.startText(text.open);
    this.setPathExists(path, true, text.open ? this.links.targets.get(path) : text.link);
    this.setUnseen(path, false, text.unreadable !== undefined && text.text === '');
    const shown = text.open ? undefined : this.links.openTextAt(path);
    yield* this.readTask(path, shown ?? text, this.links.readersOf(path));
    this.applyLinkEffects(this.links.readThroughLinks(path, text));
    this.unfinishedText = undefined;
  }

  private *readTask(path: string, text: Text, readers: Readers): Task {
    const state = this.files.get(path) ?? this.files.create(path, this.configurations.current);
    const { facts: before, incomplete: wasIncomplete } = state;
    const hadProblems = state.problems.length > 0;
    const wasShown = before.length > 0 || mayHaveFindings(state);
    const { unreadable } = text;
    const refusal = unreadable?.isRefused === true ? unreadable : undefined;
    const how = {
      previous: previousText(state),
      link: this.links.targets.get(path),
      refusal,
      unsaved: text.unsaved,
    };
    const read = yield* this.reader.readFile(readers, state, text.text, how);
    this.work.filesRead++;
    // Where the bytes are refused, the readers of the text have said so.
    const isSaid = refusal !== undefined && read.problems.length > 0;
    const isMissed = unreadable !== undefined && !isSaid && looksLikeRegistry(path, this.systems);
    const problems = isMissed ? [...read.problems, unreadableProblem(unreadable, text.text)] : read.problems;
    const after = this.files.update(state, { ...read, problems }, text);
    yield* this.replaceFacts(state, before, after);
    if (state.incomplete !== wasIncomplete) this.checkFileAgain(state);
    if (problems.length > 0 || hadProblems) this.schedule.invalidate(fileKey(path));
    // Of a file that is new, nothing is shown yet, and nothing names a place in it.
    if (wasShown || mayHaveFindings(state)) this.findings.markChanged(path);
  }

  private remove(path: string): void {
    this.setPathExists(path, false);
    this.setUnseen(path, false, false);
    this.forgetContents(path);
    this.applyLinkEffects(this.links.forget(path));
  }

  /** Forgets what a file says, though it may be there. */
  private forgetContents(path: string): void {
    const state = this.files.get(path);
    if (state === undefined) return;
    state.problems = [];
    runToEnd(this.replaceFacts(state, state.facts, []));
    this.setIncomplete(path, false);
    this.files.delete(path);
    this.schedule.invalidate(fileKey(path));
    this.findings.markChanged(path);
  }

  private applyLinkEffects(effects: LinkEffects): void {
    for (const effect of effects) this.applyLinkEffect(effect);
  }

  private applyLinkEffect(effect: LinkEffect): void {
    const { path } = effect;
    switch (effect.kind) {
      case 'note':
        this.updatePaths(path, effect.exists);
        break;
      case 'read':
        runToEnd(this.readTask(path, effect.text, effect.readers));
        break;
      case 'forget contents':
        this.forgetContents(path);
        break;
      case 'delete':
        this.remove(path);
    }
  }

  private updatePaths(path: string, exists: boolean): void {
    for (const key of exists ? this.paths.add(path) : this.paths.delete(path)) this.schedule.invalidate(key);
  }

  private setUnseen(path: string, isFolder: boolean, isUnseen: boolean): void {
    const { unseen } = this;
    if (!(isUnseen ? unseen.add(path, isFolder) : unseen.delete(path, isFolder))) return;
    // Whatever was concluded from an absence is asked again; configurations, too.
    this.schedule.invalidate(UNSEEN_KEY);
    this.configurations.markAllStale();
    this.findings.markAllChanged(this.files.all());
  }

  // Which keys: those of facts that have come, gone or moved.

  private *replaceFacts(state: FileState, before: readonly Fact[], after: readonly Fact[]): Task {
    const changes = changedFacts(before, after);
    if (changes === undefined) return;
    const { removed, added, kept } = changes;
    const changed = removed.length === 0 ? added : [...removed, ...added];
    const isHeaderChanged = changed.some(fact => isHeader(fact, this.systems));
    state.facts = after;
    if (isHeaderChanged) state.headers = headersAmong(after, this.systems);
    yield* forEachYielding(removed, fact => {
      this.facts.remove(fact);
      this.schedule.remove(fact);
      this.index.forget(fact);
      this.findings.replace(fact, []);
    });
    yield* forEachYielding(added, fact => {
      this.facts.add(fact);
      this.schedule.enqueue(fact);
    });
    if (changed.some(isLink)) this.links.markStale();
    this.configurations.markStale(changed);
    for (const fact of removed) this.facts.invalidate(fact);
    const isJudgedAnew = before.length > 0 && isHeaderChanged;
    this.facts.checkAgain(isJudgedAnew ? after : movedFacts(kept));
    this.schedule.invalidate(fileKey(state.path));
  }

  /** For a file that became incomplete, or whole again: what it does not say may be in it all the same, so whoever looked is asked again. */
  private checkFileAgain({ path, facts, incomplete }: FileState): void {
    this.facts.checkAgain(facts);
    this.schedule.invalidate(fileKey(path));
    this.configurations.markStale(facts);
    this.setIncomplete(path, incomplete);
  }

  private setIncomplete(path: string, isIncomplete: boolean): void {
    if (!this.files.setIncomplete(path, isIncomplete)) return;
    // Whether there is any damage decides which suppressions are said to be unused, in any file.
    for (const each of this.files.suppressingPaths()) this.findings.markChanged(each);
  }

  /**
   * Says that all files have been taken that will be: only now it can be told what configures them, and which of them need each other.
   * To be called until it returns true; it stops when `mayGoOn` says no.
   */
  connect(mayGoOn: () => boolean = () => true): boolean {
    this.connectingTask ??= this.connectTask();
    return runWhile(this.connectingTask, mayGoOn);
  }

  private *connectTask(): Task {
    this.finishText();
    yield* this.refreshConfigurations();
    for (const effect of this.links.refresh()) {
      this.applyLinkEffect(effect);
      yield;
    }
    yield* this.components.groupAll();
    this.isConnected = true;
  }

  /** Takes over configurations, links and dependency edges that changed. From here on, nobody sees half a file. */
  private refresh(): void {
    if (!this.isConnected) return;
    this.finishText();
    if (this.configurations.isStale) runToEnd(this.refreshConfigurations());
    this.applyLinkEffects(this.links.refresh());
    for (const key of this.components.update()) this.schedule.invalidate(componentKey(key));
  }

  private *refreshConfigurations(): Task {
    const { files, facts, schedule } = this;
    const changed = yield* this.configurations.refresh(this.plain, { files, facts, schedule });
    if (changed.some(system => system.followsLink !== undefined)) this.links.markStale();
  }

  // Which rules: those over the subjects that wait.

  /** Says that every file of the repository has been taken: from here on, whatever needs the whole of it is checked, too. */
  complete(): void {
    if (this.isWhole) return;
    this.connect();
    this.schedule.startFirstCheck();
    this.refresh();
    for (const path of this.files.openPaths())
      for (const subject of this.subjectsOf(path)) this.schedule.enqueue(subject);
  }

  /** Checks whatever waits, until nothing is left or `mayGoOn` says no. Returns whether nothing is left. */
  check(mayGoOn: () => boolean = () => true): boolean {
    this.refresh();
    if (this.checks.resume(mayGoOn))
      for (const subject of this.schedule.takeAll()) if (!this.checks.checkInParts(subject, mayGoOn)) break;
    return this.isFullyChecked;
  }

  /** Checks what waits of one file before whatever else waits. */
  checkFile(path: string): void {
    this.refresh();
    for (const subject of this.schedule.takeWaiting(this.subjectsOf(path))) this.checks.check(subject);
  }

  /**
   * Checks what a keystroke in a file waits for: of all that follows from it, anything as long as `spare` says so, then what is of the
   * file, as long as `own` does. A key that many facts share is left for later, since nearly all that is found there is said of other
   * files; but not if the file shows something that was found there and would vanish for a moment. What waits for other reasons, a
   * branch switch say, is left for later, too. Returns whether nothing is left.
   */
  checkEdited(path: string, { spare, own }: { spare: () => boolean; own: () => boolean }): boolean {
    this.refresh();
    const fromEdit = this.schedule.takeFromEdit();
    const state = this.files.get(path);
    const isMeant = (subject: Subject): boolean =>
      !this.checks.isShared(subject) ||
      (state !== undefined && showsRemovedFact(state, subject) && this.index.hasFactOfFile(subject, state));
    const isOwn = (subject: Subject): boolean => {
      if (subject === fileKey(path)) return true;
      if (typeof subject !== 'string') return subject.file === state;
      return state !== undefined && this.index.hasFactOfFile(subject, state);
    };
    const checkWhile = (mayGoOn: () => boolean, isWanted: (subject: Subject) => boolean): boolean => {
      for (const subject of this.schedule.takeWaiting(fromEdit, isWanted)) {
        this.checks.check(subject);
        if (!mayGoOn()) return false;
      }
      return true;
    };
    if (!checkWhile(spare, isMeant)) checkWhile(own, subject => isMeant(subject) && isOwn(subject));
    return this.isFullyChecked;
  }

  /** A file, its facts, and their keys. */
  private subjectsOf(path: string): Subject[] {
    const subjects: Subject[] = [fileKey(path)];
    for (const fact of this.files.get(path)?.facts ?? []) {
      subjects.push(fact);
      this.facts.forEachKey(fact, key => subjects.push(key));
    }
    return subjects;
  }
}
