import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

describe('memory', () => {
  it('is given back at rest, and left alone while somebody works', async () => {
    const [rest, work] = await Promise.all([heaps('rest', 30), heaps('work', 2)]);
    assert.ok(rest.after <= rest.before / 2, JSON.stringify(rest));
    assert.ok(work.after > work.before / 2, JSON.stringify(work));
  });
});

/** In bytes, of a process that has dropped nearly all of what it has made. */
async function heaps(what: 'rest' | 'work', seconds: number): Promise<{ before: number; after: number }> {
  const script = path.join(import.meta.dirname, 'wasteful.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', script, what, String(seconds)]);
  return JSON.parse(stdout) as { before: number; after: number };
}
