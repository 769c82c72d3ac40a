import { pushTo } from '../base/collections';
import type { Task } from '../base/cooperative-task';
import type { FactFile, SourceFile } from '../model/fact';
import type { Finding, Report } from '../model/finding';
import { keyParts, type Lookup } from '../model/lookup';
import type { FactRule, FileRule, KeyRule, Rule } from '../rules/rule';
import { failureReport } from './finding-comparison';
import type { Counts, KeyedIndex } from './keyed-index';
import type { Subject } from './subject';

/** Rules by what they range over. */
export interface RuleTable {
  readonly facts: ReadonlyMap<string, readonly FactRule[]>;
  readonly keys: ReadonlyMap<string, readonly KeyRule[]>;
  readonly files: readonly FileRule[];
}

/** Sorts rules by what they range over, so that checking a subject does not look at the others. */
export function ruleTable(rules: readonly Rule[]): RuleTable {
  const facts = new Map<string, FactRule[]>();
  const keys = new Map<string, KeyRule[]>();
  for (const rule of rules) {
    if (rule.over === 'fact') for (const kind of [rule.kind].flat()) pushTo(facts, kind, rule);
    if (rule.over === 'key') for (const kind of [rule.kind].flat()) pushTo(keys, kind, rule);
  }
  return { facts, keys, files: rules.filter(rule => rule.over === 'file') };
}

/** What the rules are asked about, and what they may look at. */
export interface RuleContext {
  readonly index: KeyedIndex;
  readonly files: { get(path: string): SourceFile | undefined };
  /** For rules: it notes what they look up. */
  readonly recordingLookup: Lookup;
  /** Without it, rules that need the whole repository are not asked. */
  readonly isWhole: boolean;
  readonly work: { rulesRun: number };
}

/**
 * What the rules find about a subject, yielding after each finding, since a thousand facts may share a key; nothing about one that no
 * longer exists.
 */
export function* runRules(rules: RuleTable, subject: Subject, known: RuleContext): Task<Finding[]> {
  const findings: Finding[] = [];
  if (typeof subject !== 'string') {
    for (const rule of rules.facts.get(subject.kind) ?? NONE)
      if (known.isWhole || rule.wide !== true)
        yield* collect(rule, () => rule.check(subject, known.recordingLookup), subject, known, findings);
    return findings;
  }
  const { kind, name } = keyParts(subject);
  if (kind === 'file') {
    const file = known.files.get(name);
    if (file === undefined || saysNothing(file)) return findings;
    for (const rule of rules.files)
      if (known.isWhole || rule.wide !== true)
        yield* collect(rule, () => rule.check(file, known.recordingLookup), subject, known, findings);
    return findings;
  }
  const over = rules.keys.get(kind);
  if (over === undefined) return findings;
  const counts = known.index.counts(subject);
  for (const rule of over)
    if (hasEnough(counts, rule))
      yield* collect(rule, () => rule.check(name, known.recordingLookup, subject), subject, known, findings);
  return findings;
}

/** Most files of a repository are no business of ours: no rule need be asked about them. */
export function saysNothing({ facts, problems }: SourceFile): boolean {
  return facts.length === 0 && problems.length === 0;
}

const NONE: readonly never[] = [];

/** Adds what a rule reports. A rule that throws becomes one finding about itself; the others still report. */
function* collect(
  rule: Rule,
  check: () => Iterable<Report>,
  subject: Subject,
  known: RuleContext,
  findings: Finding[],
): Task {
  known.work.rulesRun++;
  try {
    for (const report of check()) {
      findings.push(findingOf(report, rule, subject));
      yield;
    }
  } catch (error) {
    const file = placeOf(subject, known);
    if (file !== undefined) findings.push(findingOf(failureReport(error, file), rule, subject));
  }
}

function findingOf(report: Report, { code, severity }: Rule, subject: Subject): Finding {
  const key = typeof subject === 'string' ? subject : `${subject.kind}:${subject.name}`;
  return { ...report, severity: report.severity ?? severity, code, key };
}

/** Where a rule that throws is reported. */
function placeOf(subject: Subject, { files, index }: RuleContext): FactFile | undefined {
  if (typeof subject !== 'string') return subject.file;
  const { kind, name } = keyParts(subject);
  if (kind === 'file') return files.get(name);
  return (index.providers(subject)[0] ?? index.readers(subject)[0])?.file;
}

function hasEnough({ providers, readers }: Counts, { atLeast }: KeyRule): boolean {
  return providers >= (atLeast?.providers ?? 0) && readers >= (atLeast?.readers ?? 0);
}
