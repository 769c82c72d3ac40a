import { runToEnd, type Task } from '../base/cooperative-task';
import type { SourceFile } from '../model/fact';
import type { Finding } from '../model/finding';
import type { Key, Lookup } from '../model/lookup';
import type { FindingStore } from './finding-store';
import type { KeyedIndex } from './keyed-index';
import { runRules, type RuleTable } from './rule-table';
import type { Schedule } from './schedule';
import type { Subject } from './subject';

/** Counts of work done, for tests and for the growth gates: work is counted, not timed. */
export interface Work {
  filesRead: number;
  subjectsChecked: number;
  rulesRun: number;
}

/** What checks go by, and where they put what they find. */
interface Sources {
  readonly rules: RuleTable;
  readonly index: KeyedIndex;
  readonly files: { get(path: string): SourceFile | undefined };
  readonly schedule: Schedule;
  readonly findings: FindingStore;
  readonly work: Work;
  /** For rules: it notes what they look up. */
  readonly recordingLookup: Lookup;
}

/** Runs the rules over subjects, and puts what they find in the place of what was found before. */
export class Checks {
  /** The check of a key that many facts share, while there is more of it to do. */
  private halfDone: { readonly subject: Subject; readonly task: Task<readonly Finding[]> } | undefined;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
  }

  get isHalfDone(): boolean {
    return this.halfDone !== undefined;
  }

  check(subject: Subject): void {
    const { index, findings } = this.sources;
    if (this.halfDone?.subject === subject) this.halfDone = undefined;
    findings.replace(
      subject,
      index.recordLookups(subject, () => runToEnd(this.start(subject))),
    );
  }

  /** Checks a subject, but may leave a key that many facts share half done when time is up. Returns whether there is time for more. */
  checkInParts(subject: Subject, mayGoOn: () => boolean): boolean {
    if (!this.isShared(subject)) {
      this.check(subject);
      return mayGoOn();
    }
    this.sources.index.forget(subject);
    this.halfDone = { subject, task: this.start(subject) };
    return this.resume(mayGoOn);
  }

  /**
   * Goes on with the check that is half done, if one is. Returns whether there is time for more. If its subject waits once more, what the
   * check has seen so far no longer holds, and it is dropped.
   */
  resume(mayGoOn: () => boolean): boolean {
    const { index, schedule, findings } = this.sources;
    if (this.halfDone !== undefined && schedule.isWaiting(this.halfDone.subject)) this.halfDone = undefined;
    if (this.halfDone === undefined) return true;
    const { subject, task } = this.halfDone;
    const found = index.recordMoreLookups(subject, () => {
      for (;;) {
        const { value, done } = task.next();
        if (done === true) return value;
        if (!mayGoOn()) return undefined;
      }
    });
    if (found === undefined) return false;
    this.halfDone = undefined;
    findings.replace(subject, found);
    return mayGoOn();
  }

  /** Whether so many facts share a key that its check is not for a keystroke to wait for. */
  isShared(subject: Subject): subject is Key {
    if (typeof subject !== 'string') return false;
    const { providers, readers } = this.sources.index.counts(subject);
    return providers + readers > MANY_FACTS;
  }

  private start(subject: Subject): Task<Finding[]> {
    const { rules, schedule, work } = this.sources;
    work.subjectsChecked++;
    return runRules(rules, subject, { ...this.sources, isWhole: schedule.isWhole });
  }
}

const MANY_FACTS = 100;
