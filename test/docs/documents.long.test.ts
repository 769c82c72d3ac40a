import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeTree } from '../support/disk';
import { runInProcess } from '../cli/in-process';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** The rows of the table, each as its cells. */
const rows = readFileSync(path.join(REPOSITORY, 'docs/documents.md'), 'utf8')
  .split('\n')
  .filter(line => /^\| 00\d /.test(line))
  .map(line =>
    line
      .split('|')
      .map(cell => cell.trim())
      .slice(1, -1),
  );

/** Commands whose exit code says what they found. */
const FINDS = /^(lint|health|merge-preview|migrate) ?/;

describe('docs/documents.md', () => {
  const root = makeTree({});
  before(() => {
    cpSync(path.join(REPOSITORY, 'examples'), root, { recursive: true });
    mkdirSync(path.join(root, '.git'), { recursive: true });
  });

  for (const [document = '', , feature = '', place = '', shown = ''] of rows)
    it(`${document}: ${feature}`, async () => {
      const [, line] = /^`registry-intel (.+)`$/.exec(shown) ?? [];
      const { code, out, err } = await runInProcess(root, (line ?? '').split(' '));
      // Whoever finds something says so by the exit code 1; anything else has to be there.
      assert.ok(code === 0 || (code === 1 && FINDS.test(line ?? '')), `${code} ${err}`);
      assert.notEqual(out, '', 'it shows something');
      for (const [, target = ''] of place.matchAll(/\]\(([^)]+)\)/g))
        assert.ok(existsSync(path.join(REPOSITORY, 'docs', target)), target);
    });

  it('has rows of all documents', () => {
    assert.deepEqual([...new Set(rows.map(([document]) => document))], ['000', '001', '002', '003', '004']);
  });
});
