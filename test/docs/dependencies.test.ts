import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** `npm run build` writes the licence of every package that it bundles: `name version`, then the text. */
describe('the list of dependencies', () => {
  const read = (file: string): string => fs.readFileSync(path.join(REPOSITORY, file), 'utf8');
  const bundled = Array.from(
    read('dist/third-party-notices.txt').matchAll(/^(@?[a-z][\w./@-]*) (\d+\.\d+\.\d+)\n\n/gm),
    ([, name]) => name ?? '',
  );
  const listed = new Set(Array.from(read('docs/dependencies.md').matchAll(/`([^`\s]+)`/g), ([, name]) => name ?? ''));

  it('names every package that is bundled', () => {
    assert.ok(bundled.length > 20);
    assert.deepEqual(
      bundled.filter(name => !listed.has(name)),
      [],
    );
  });
});
