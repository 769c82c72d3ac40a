import fs from 'node:fs';
import path from 'node:path';
import { groupBy } from '../../server/src/base/collections';
import type { PlacedFinding } from '../../server/src/model/finding';
import { workspaceOfFiles } from '../support/fixture';
import { readKept, type Bug, type State, type States } from './states';

/**
 * How many mistakes of real repositories are found, and what is said that is not so.
 *
 * A mistake that a commit has mended is *found* if something is said of the state before the commit that is not said of the state
 * after it (compared by rule, path and words: lines move), whatever its severity, and that is about what was mended:
 * - it stands in a file that the commit changes, adds or removes; or a word in quotes in its message stands in a line that the commit
 *   takes away, or names such a file;
 * - where `bugs.json` says what a commit is `about`, since most of what it changes is something else: its message, path or rule has
 *   one of these words.
 */
export interface Outcome {
  readonly fix: string;
  readonly kind: string;
  readonly what: string;
  /** What shows the mistake; empty where it is not found. */
  readonly found: readonly PlacedFinding[];
  /** Why it is not found, as `bugs.json` says. */
  readonly why?: string;
}

interface Described {
  readonly kind: string;
  readonly what: string;
  readonly about?: readonly string[];
  /** The rules that are known to find it. */
  readonly foundBy?: readonly string[];
  readonly why?: string;
}

/** What was said of a state and is not so: a row of `untrue.json`. */
export interface Untrue {
  readonly state: string;
  readonly rule: string;
  /** Words of the message; the path may be anything. */
  readonly says: string;
  readonly because: string;
}

const HERE = import.meta.dirname;
const json = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(HERE, name), 'utf8'));

export const KEPT = path.join(HERE, 'states.json.br');
export const keptStates = (): States => readKept(KEPT);
export const untrueTable = (): readonly Untrue[] => json('untrue.json') as readonly Untrue[];

/** What `bugs.json` says of a fix. */
export function describedAs(fix: string): Described {
  const known = json('bugs.json') as Readonly<Record<string, Described | undefined>>;
  return known[fix] ?? { kind: 'other', what: '' };
}

export function outcomeOf({ fix, before, after }: Bug): Outcome {
  const { kind, what, about, why } = describedAs(fix);
  const left = new Set(findingsOf(after).map(identityOf));
  const gone = findingsOf(before).filter(finding => !left.has(identityOf(finding)));
  const change = changeOf(before, after);
  const found = gone.filter(finding =>
    about === undefined ? concerns(finding, change) : about.some(word => identityOf(finding).includes(word)),
  );
  return { fix, kind, what, found, ...(why === undefined ? {} : { why }) };
}

export function findingsOf(state: State): PlacedFinding[] {
  const workspace = workspaceOfFiles(state);
  return [...state.keys()].flatMap(at => workspace.findings(at));
}

/** The findings of a full state that the table calls untrue. */
export function untrueOf(name: string, findings: readonly PlacedFinding[], table: readonly Untrue[]): PlacedFinding[] {
  return findings.filter(({ code, message }) =>
    table.some(({ state, rule, says }) => state === name && rule === code && message.includes(says)),
  );
}

/** The number of findings by severity and rule, in order. */
export function countsOf(findings: readonly PlacedFinding[]): [string, number][] {
  const groups = groupBy(findings, ({ severity, code }) => `${severity} ${code}`);
  return [...groups].map(([name, { length }]): [string, number] => [name, length]).sort(([a], [b]) => (a < b ? -1 : 1));
}

function identityOf({ code, path: at, message }: PlacedFinding): string {
  return `${code} ${at} ${message}`;
}

interface Change {
  readonly files: ReadonlySet<string>;
  /** Names of the files without their endings. */
  readonly names: ReadonlySet<string>;
  readonly lost: string;
}

function changeOf(before: State, after: State): Change {
  const files = new Set([...before.keys(), ...after.keys()].filter(at => before.get(at) !== after.get(at)));
  const lost: string[] = [];
  for (const at of files) {
    const kept = new Set(after.get(at)?.split('\n'));
    lost.push(...(before.get(at)?.split('\n') ?? []).filter(line => !kept.has(line)));
  }
  return { files, names: new Set([...files].map(at => path.parse(at).name)), lost: lost.join('\n') };
}

function concerns({ path: at, message }: PlacedFinding, { files, names, lost }: Change): boolean {
  if (files.has(at)) return true;
  return Array.from(message.matchAll(/'([^']+)'/g), ([, word = '']) => word).some(
    word => lost.includes(word) || names.has(path.parse(word).name),
  );
}
