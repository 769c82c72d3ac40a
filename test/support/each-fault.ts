import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fault, inject } from './faults.cjs';

/** Everything below a folder: the mode and bytes of each file by its path; folders without files as such. */
export function treeOf(root: string): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const entry of fs.readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const at = path.join(root, entry);
    const stat = fs.lstatSync(at);
    const name = entry.split(path.sep).join('/');
    // What is written may say where it was written.
    if (stat.isFile())
      tree[name] = `${stat.mode.toString(8)} ${fs.readFileSync(at, 'latin1').replaceAll(root, '<root>')}`;
    else if (stat.isSymbolicLink()) tree[name] = `-> ${fs.readlinkSync(at)}`;
    else if (fs.readdirSync(at).length === 0) tree[name] = 'empty';
  }
  return tree;
}

/** What changes a disk; the last three only take away, and fail late. */
const CHANGING = new Set(['open', 'writeFile', 'write', 'fsync', 'fchmod', 'chmod', 'rename', 'link', 'copyFile', 'mkdir', 'close']); // prettier-ignore
/** Which of the operations of some work, counted from 1, are made to fail. */
type Among = (operations: readonly number[]) => readonly number[];
const ALL: Among = operations => operations;
const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'];

/**
 * Does some work that writes once for each operation that it takes, which then fails, with each of several codes. A write that
 * fails leaves half of what was to be written. Asserts that the tree is afterwards as before, and gives how many failures there were.
 * Work that fails late enough to be done all the same leaves the tree as it would be without a failure.
 */
export async function withEachFault(
  make: () => string,
  work: (root: string) => unknown,
  { codes = CODES, among = ALL }: { readonly codes?: readonly string[]; readonly among?: Among } = {},
): Promise<number> {
  const whole = make();
  let steps = 0;
  await withFault(
    () => {
      steps++;
    },
    whole,
    work,
  );
  const done = treeOf(whole);
  let tried = 0;
  for (const code of codes)
    for (const step of among(upTo(steps))) {
      const root = make();
      const before = treeOf(root);
      let now = 0;
      let failed = '';
      const check = (operation: string, at: unknown): void => {
        if (++now !== step) return;
        failed = `${operation}, step ${step} of ${steps}, ${code}`;
        if (operation === 'writeFile') half(at);
        throw fault(code, operation, String(at));
      };
      await withFault(check, root, work).catch(() => undefined);
      tried++;
      const after = treeOf(root);
      if (JSON.stringify(after) !== JSON.stringify(done)) assert.deepEqual(after, before, failed);
    }
  return tried;
}

/**
 * Does some work that writes once for each operation that it takes, at which the process is killed: from there on nothing reaches the disk,
 * and of what was being written there is half. Then does it again, as a person would. Asserts that the tree is as without the kill,
 * with nothing left over, and gives how many kills there were.
 */
export async function withEachKill(make: () => string, work: (root: string) => unknown, among = ALL): Promise<number> {
  const whole = make();
  let steps = 0;
  await withFault(() => void steps++, whole, work, CHANGING_OR_REMOVING);
  const done = treeOf(whole);
  for (const step of among(upTo(steps))) {
    const root = make();
    let now = 0;
    const kill = (operation: string, at: unknown): void => {
      if (++now === step && operation === 'writeFile') half(at);
      if (now >= step) throw fault('EIO', `${operation} after a kill`, String(at));
    };
    await withFault(kill, root, work, CHANGING_OR_REMOVING).catch(() => undefined);
    await work(root);
    assert.deepEqual(treeOf(root), done, `killed at step ${step} of ${steps}`);
  }
  return steps;
}

const CHANGING_OR_REMOVING = new Set([...CHANGING, 'rm', 'rmdir', 'unlink']);

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

async function withFault(
  check: (operation: string, at: unknown) => void,
  root: string,
  work: (root: string) => unknown,
  operations: ReadonlySet<string> = CHANGING,
): Promise<void> {
  const undo = inject([], (operation, at) => {
    const isOurs = typeof at === 'number' || (typeof at === 'string' && at.startsWith(root));
    if (operations.has(operation) && isOurs) check(operation, at);
  });
  try {
    await work(root);
  } finally {
    undo();
  }
}

/** The disk is full in the midst of a text. */
function half(file: unknown): void {
  if (typeof file === 'number') fs.writeSync(file, 'half');
}
