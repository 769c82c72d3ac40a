import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { groupBy } from '../../server/src/base/collections';
import { runInProcess, type Run } from '../cli/in-process';
import { makeTree, type Content } from '../support/disk';
import { isObject, type Statement } from './verdicts';

/** A small repository with the answer that the real code gave for it. The README describes the other members. */
export interface RecordedCase {
  readonly id: string;
  readonly class: string;
  /** Texts by path, bytes where they are not UTF-8; a path that ends in `/` is an empty folder. */
  readonly files: Readonly<Record<string, RecordedText>>;
  /** Targets of symbolic links by path. */
  readonly links?: Readonly<Record<string, string>>;
  /** Why the case is not judged. */
  readonly accepted?: string;
}

export type RecordedText = string | { readonly base64: string };

/** Asks the command line in the folder of a case for JSON; `json` is undefined if it printed none. */
export type Ask = (command: string, ...line: string[]) => Promise<Run & { readonly json: unknown }>;

/** How one system is held against its real code. */
export interface Oracle<C extends RecordedCase> {
  /** The folder with `cases.jsonl.gz` and `known-disagreements.txt`. */
  readonly folder: string;
  /** One of how many cases is tried. */
  readonly oneOf: number;
  /** Makes cases of the lines of the file. */
  readonly read: (lines: readonly unknown[]) => readonly C[];
  readonly judge: (each: C, ask: Ask) => Promise<readonly Statement[]>;
}

/** A file with other cases to judge, such as those that were just recorded; then nothing is known to be wrong. */
const OTHER_CASES = process.env['ORACLE_CASES'];
/** Whether to take off the list what has become right. Nothing ever puts anything on it. */
const TAKES_OFF = process.env['UPDATE'] !== undefined;
/** At most this share of the statements about what texts decide may be `cannot tell`. */
const MAX_NEEDLESS = 0.03;

/**
 * Tests that the product says what the real code does, or that it cannot tell. What is known to be wrong is listed in a
 * file that can only shrink.
 */
export function testAgainstOracle<C extends RecordedCase>(oracle: Oracle<C>): void {
  const list = path.join(oracle.folder, 'known-disagreements.txt');
  const known = OTHER_CASES === undefined ? linesOf(fs.readFileSync(list, 'utf8')) : [];
  const gone = new Set<string>();
  const statements: Statement[] = [];

  after(() => {
    if (TAKES_OFF && gone.size > 0)
      fs.writeFileSync(list, known.flatMap(line => (gone.has(line) ? [] : [`${line}\n`])).join(''));
  });

  for (const [name, group] of groupBy(casesOf(oracle), each => each.class))
    it(name, async function () {
      this.timeout(600_000);
      const wrong = new Map<string, string>();
      for (const each of group) {
        const said = await statementsOf(each, oracle);
        statements.push(...said);
        for (const { check, why } of said.filter(({ verdict }) => verdict === 'wrong'))
          wrong.set(lineOf(each, check), why);
      }
      const ids = new Set(group.map(({ id }) => id));
      const listed = known.filter(line => ids.has(idOf(line)));
      const right = listed.filter(line => !wrong.has(line));
      for (const line of right) gone.add(line);
      const fresh = [...wrong].filter(([line]) => !listed.includes(line)).map(([line, why]) => `${line}: ${why}`);
      assert.deepEqual(fresh, [], 'the real code contradicts what is said');
      if (!TAKES_OFF) assert.deepEqual(right, [], `right by now: take it off ${list}, as test/oracle/README.md says`);
    });

  it('cannot tell of few things that the texts decide', () => {
    const decidable = statements.filter(({ isDecidable }) => isDecidable);
    const needless = decidable.filter(({ verdict }) => verdict === 'cannot tell');
    const share = `${needless.length} of ${decidable.length}`;
    assert.ok(needless.length <= decidable.length * MAX_NEEDLESS, `${share}, such as ${needless[0]?.why}`);
  });
}

/** The cases to try: a sample that is the same in every run, or all of another file. */
export function casesOf<C extends RecordedCase>({
  folder,
  read,
  oneOf,
}: Pick<Oracle<C>, 'folder' | 'read' | 'oneOf'>): C[] {
  const stored = recordsIn(path.join(folder, 'cases.jsonl.gz'));
  if (OTHER_CASES === undefined)
    return read(stored).filter(({ accepted, id }) => accepted === undefined && hashOf(id) % oneOf === 0);
  const shared = stored.filter(each => !isCase(each));
  return read([...shared, ...recordsIn(OTHER_CASES).filter(isCase)]).filter(({ accepted }) => accepted === undefined);
}

function recordsIn(file: string): unknown[] {
  const data = fs.readFileSync(file);
  return linesOf((file.endsWith('.gz') ? gunzipSync(data) : data).toString()).map(line => JSON.parse(line) as unknown);
}

function isCase(record: unknown): boolean {
  return isObject(record) && 'id' in record;
}

async function statementsOf<C extends RecordedCase>(each: C, { judge }: Oracle<C>): Promise<readonly Statement[]> {
  return inCase(each, async ask => judge(each, ask));
}

/** Asks the command line in the files of a case. */
export async function inCase<T>(each: RecordedCase, use: (ask: Ask) => Promise<T>): Promise<T> {
  const parent = makeTree(contentOf(each));
  const root = path.join(parent, FOLDER);
  try {
    return await use(async (command, ...line) => {
      const format = command === 'snapshot' ? [] : ['--format', 'json'];
      const run = await runInProcess(root, [command, ...format, '--root', '.', ...line]);
      return { ...run, json: parsed(run.out) };
    });
  } finally {
    fs.rmSync(parent, { recursive: true, force: true });
  }
}

/** The folder that a case is in, which some answers name. */
const FOLDER = 'repository';

function contentOf({ files, links = {} }: RecordedCase): Record<string, Content> {
  const content: Record<string, Content> = { [`${FOLDER}/.git/HEAD`]: 'ref: refs/heads/main\n' };
  for (const [at, text] of Object.entries(files))
    content[`${FOLDER}/${at}`] = at.endsWith('/')
      ? { folder: true }
      : typeof text === 'string'
        ? text
        : Buffer.from(text.base64, 'base64');
  for (const [at, link] of Object.entries(links)) content[`${FOLDER}/${at}`] = { link };
  return content;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lineOf({ id }: RecordedCase, check: string): string {
  return `${id}  ${check}`;
}

function idOf(line: string): string {
  return line.slice(0, line.indexOf('  '));
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line !== '');
}

/** A number that the id alone decides, so that the sample is the same in every run (FNV-1a). */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
