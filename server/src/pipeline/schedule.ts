import {
  componentKey,
  fileKey,
  keyParts,
  rememberedKey,
  rememberedKind,
  SETTINGS_KEY,
  type Key,
} from '../model/lookup';
import type { Components } from './dependency-components';
import type { Files } from './files';
import type { FindingStore } from './finding-store';
import type { KeyedIndex } from './keyed-index';
import type { Memory } from './memory';
import { saysNothing, type RuleTable } from './rule-table';
import { kindOf, type Subject } from './subject';

/** What the schedule decides by. */
interface Sources {
  readonly rules: RuleTable;
  readonly index: KeyedIndex;
  readonly files: Files;
  readonly components: Components;
  readonly memory: Memory;
  readonly findings: FindingStore;
}

/** Which subjects wait for a check. A change of a key puts the key here, and all that looked it up. */
export class Schedule {
  private readonly queue = new Set<Subject>();
  /** What the last text of an editor has put into the queue; nothing is noted for the text of a closed file. */
  private fromEdit: Set<Subject> | undefined;
  /** The subjects that the first check has not come to yet. */
  private firstCheck: Iterator<Subject, void> | undefined;
  private whole = false;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
  }

  /** Whether every file of the repository has been read, so that "nowhere" and "also in" can be said. */
  get isWhole(): boolean {
    return this.whole;
  }

  get isEmpty(): boolean {
    return this.queue.size === 0 && this.firstCheck === undefined;
  }

  /** Says that every file has been read: everything is to be checked, and from here on whatever a change touches. */
  startFirstCheck(): void {
    this.whole = true;
    this.firstCheck = everySubject(this.sources);
  }

  /** Says that a text is about to be taken, and whether an editor sent it: `takeFromEdit` gives what follows from that one. */
  startText(isFromEditor: boolean): void {
    this.fromEdit = isFromEditor ? new Set() : undefined;
  }

  /** What the last text of an editor has put into the queue. */
  takeFromEdit(): ReadonlySet<Subject> {
    const { fromEdit = new Set<Subject>() } = this;
    this.fromEdit = undefined;
    return fromEdit;
  }

  isWaiting(subject: Subject): boolean {
    return this.queue.has(subject);
  }

  /** Has a key checked again, with all that looked it up. */
  invalidate(key: Key, dependants = this.sources.index.dependants(key)): void {
    const { index, files, findings } = this.sources;
    this.enqueue(key);
    for (const subject of dependants) this.enqueue(subject);
    const kinds = key.endsWith(':') ? index.dependantKinds(key) : undefined;
    if (kinds !== undefined) this.enqueueKinds(kinds);
    if (key === SETTINGS_KEY) findings.markAllChanged(files.all());
  }

  /** Puts a subject into the queue if any rule may say something about it by now. A remembered answer is forgotten instead. */
  enqueue(subject: Subject): void {
    const { rules, memory } = this.sources;
    if (typeof subject !== 'string') {
      if (rules.facts.has(subject.kind) && this.mayCheck(subject.file.path)) this.add(subject);
      return;
    }
    if (!this.whole && memory.isEmpty && !subject.startsWith(FILE_PREFIX)) return;
    const { kind, name } = keyParts(subject);
    if (kind === REMEMBERED && memory.forget(subject)) {
      this.invalidate(subject);
      this.invalidate(rememberedKind(name));
    }
    if (kind === 'file' ? this.mayCheck(name) : this.whole && rules.keys.has(kind)) this.add(subject);
  }

  remove(subject: Subject): void {
    this.queue.delete(subject);
  }

  /** Takes from the queue the given subjects that wait and are meant. The caller has to check each one before it asks for the next. */
  *takeWaiting(subjects: Iterable<Subject>, isMeant: (subject: Subject) => boolean = () => true): Iterable<Subject> {
    for (const subject of subjects) {
      if (!this.queue.has(subject) || !isMeant(subject)) continue;
      this.queue.delete(subject);
      yield subject;
    }
  }

  /** Everything that waits, then what the first check has not come to; further subjects may come meanwhile. The caller checks each. */
  *takeAll(): Iterable<Subject> {
    yield* this.takeWaiting(this.queue);
    while (this.firstCheck !== undefined) {
      const { value: subject, done } = this.firstCheck.next();
      if (done === true) this.firstCheck = undefined;
      else yield subject;
    }
  }

  private add(subject: Subject): void {
    this.queue.add(subject);
    this.fromEdit?.add(subject);
  }

  /** For keys that stand for the whole repository; they change rarely, so this may walk it. */
  private enqueueKinds(kinds: ReadonlySet<string>): void {
    const { index, files, memory } = this.sources;
    if (kinds.has(REMEMBERED)) for (const subject of memory.subjects()) this.enqueue(subject);
    for (const key of index.keys()) if (kinds.has(kindOf(key))) this.enqueue(key);
    for (const state of files.all()) {
      if (kinds.has('file')) this.enqueue(fileKey(state.path));
      for (const fact of state.facts) if (kinds.has(kindOf(fact))) this.enqueue(fact);
    }
  }

  /** Until everything is read, only what an editor shows is checked, and only by itself. */
  private mayCheck(path: string): boolean {
    return this.whole || this.sources.files.get(path)?.openText !== undefined;
  }
}

/** Every subject that has rules, for the first check: as it is met, since a queue of them all would take long to fill. */
function* everySubject({ rules, index, files, components }: Sources): Generator<Subject, void> {
  for (const state of files.all()) {
    const { facts } = state;
    if (!saysNothing(state) || state.findings !== undefined) yield fileKey(state.path);
    for (const fact of facts) {
      // What has changed since is in the queue.
      if (state.facts !== facts) break;
      if (rules.facts.has(fact.kind)) yield fact;
    }
  }
  for (const key of index.keys()) if (rules.keys.has(keyParts(key).kind)) yield key;
  for (const key of components.all()) yield componentKey(key);
}

const FILE_PREFIX = fileKey('');
const { kind: REMEMBERED } = keyParts(rememberedKey(''));
