import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

/** What is not committed yet counts as well: whoever writes a file and its line in the map runs this before the commit. */
function filesOfRepository(): readonly string[] {
  const options = { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], options).split('\n');
}

/** A page writes a path as short as a reader finds it (`lsp/session/root.ts`, `read/*terms.ts`), and a rule by its code, which is its file. */
function leadsSomewhere(written: string, files: readonly string[]): boolean {
  const pattern = written
    .replace(/\/$/, '')
    .replaceAll(/<[^>]+>|\*/g, '*')
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '[^/]*');
  const place = new RegExp(`(?:^|/)${pattern}(?:/|\\.ts$|$)`);
  return files.some(file => place.test(file) && fs.existsSync(path.join(repository, file)));
}

describe('the pages about the code and its tests', () => {
  for (const page of ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/threat-model.md'])
    it(`${page} names files and folders that exist`, () => {
      const text = fs.readFileSync(path.join(repository, page), 'utf8').replaceAll(/^```[^]*?^```/gm, '');
      const written = Array.from(text.matchAll(/`([\w./*<>-]+)`/g), ([, code = '']) => code);
      const paths = written.filter(code => /^[\w-]+(?:\/|\.(?:test\.)?(?:ts|py|mjs)$)|^\.[\w-]+\.mjs$/.test(code));
      assert.ok(paths.length > 5);
      const files = filesOfRepository();
      const lost = paths.filter(code => !leadsSomewhere(code, files));
      assert.deepEqual(lost, []);
    });
});
