import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

describe('memory', () => {
  it('is given back at rest', async () => {
    const script = path.join(import.meta.dirname, 'wasteful.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', script]);
    const { before, after } = JSON.parse(stdout) as { before: number; after: number };
    assert.ok(after <= before / 2, stdout);
  });
});
