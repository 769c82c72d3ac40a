import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { makeTree } from '../support/disk';
import { isLong } from '../support/seed';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(repository, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string> };

interface Workflow {
  readonly on: object;
  readonly jobs: Record<string, { environment?: string; steps: { run?: string }[] }>;
}

describe('publishing', () => {
  it('begins only when a person starts it, with commands that there are, and what is secret is in no command', () => {
    const { on, jobs } = parse(read('.github/workflows/publish.yml')) as Workflow;
    assert.deepEqual(Object.keys(on), ['workflow_dispatch']);
    assert.equal(jobs['publish']!.environment, 'publishing');
    const lines = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run.split('\n')));
    for (const line of lines) {
      assert.ok(!line.includes('${{'), line);
      const script = /npm run ([\w:-]+)/.exec(line)?.[1];
      if (script !== undefined) assert.ok(script in manifest.scripts, line);
    }
  });

  it('puts the manual pages into the package of the command line, and builds before it packs', () => {
    assert.ok(read('.npmignore').includes('\n!/docs/man/\n'));
    assert.match(manifest.scripts['prepack']!, /build\.mjs --minify$/);
  });

  // The build of the whole run is packed, since others use it.
  if (isLong && process.env['REGISTRY_DIST'] !== undefined)
    it('gives a package that npx runs in an empty folder, without a network', function () {
      this.timeout(300_000);
      const root = makeTree({ 'empty/.git/HEAD': '' });
      const env = {
        PATH: process.env['PATH'],
        HOME: root,
        npm_config_cache: path.join(root, 'cache'),
        npm_config_update_notifier: 'false',
      };
      const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', root];
      const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: repository, env, encoding: 'utf8' })) as {
        filename: string;
        files: { path: string }[];
      }[];
      assert.ok(packed!.files.some(each => each.path === 'docs/man/registry-intel.1'));
      const npx = (...line: string[]): string =>
        execFileSync(
          'npx',
          ['--yes', '--offline', `--package=${path.join(root, packed!.filename)}`, 'registry-intel', ...line],
          { cwd: path.join(root, 'empty'), env, encoding: 'utf8' },
        );
      assert.equal(npx('--version'), `${manifest.version}\n`);
      assert.match(npx('lint'), /Nothing found in 0 files/);
    });
});
