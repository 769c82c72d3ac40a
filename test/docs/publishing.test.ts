import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { makeTree } from '../support/disk';
import { isLong } from '../support/seed';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(repository, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string> };

/** Everything that may be in the packages; what is built in parts has names made of hashes. */
const EXTENSION = [
  'CHANGELOG.md LICENSE README.md package.json dist/third-party-notices.txt',
  'dist/extension.js dist/server.js dist/server/HASH.js dist/web/extension.js dist/web/server.js',
  'dist/webview/dashboard.js dist/webview/graph.js dist/webview/page.css',
  'docs/images/explain.gif docs/images/findings.gif docs/images/graph.png docs/images/hover.png docs/images/quick-fix.png',
  'l10n/bundle.l10n.json media/icon.png media/registry.svg media/sample/FILE skills/registry-intelligence/SKILL.md',
  'syntaxes/registry.injection.json syntaxes/suppression.injection.json',
];
const COMMAND_LINE = [
  'LICENSE README.md package.json dist/third-party-notices.txt dist/cli.js dist/cli/HASH.js docs/man/PAGE.1',
  'schemas/artifact-metadata.schema.json schemas/artifact-registry.schema.json schemas/artifact-tree.schema.json',
  'schemas/id-map.schema.json schemas/module-meta.schema.json schemas/policy-pack.schema.json',
  'schemas/registry-intelligence.schema.json schemas/step-interface.schema.json schemas/workspace-registry.schema.json',
];

/** The kinds of files of a package, each once, as the lists above name them. */
function kinds(files: readonly string[]): string[] {
  const named = files.map(file =>
    file
      .replace(/^(dist\/(?:server|cli)\/)[A-Z0-9]{8}\.js$/, '$1HASH.js')
      .replace(/^(docs\/man\/)registry-intel[a-z-]*\.1$/, '$1PAGE.1')
      .replace(/^(media\/sample\/).*/, '$1FILE'),
  );
  return [...new Set(named)].sort();
}

const listed = (lines: readonly string[]): string[] => lines.flatMap(line => line.split(' ')).sort();

type Packed = readonly { readonly files: readonly { readonly path: string }[] }[];

interface BillOfMaterials {
  readonly components: readonly { readonly name: string; readonly licenses?: object }[];
}

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

  // Without the build of the whole run there may be any other in its place, or none.
  if (process.env['REGISTRY_DIST'] !== undefined)
    it('packs what is on the list, and nothing else', () => {
      const extension = execFileSync('npx', ['vsce', 'ls', '--no-dependencies'], { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }); // prettier-ignore
      assert.deepEqual(kinds(extension.trim().split('\n')), listed(EXTENSION));
      const pack = ['pack', '--dry-run', '--ignore-scripts', '--json'];
      const [commandLine] = JSON.parse(execFileSync('npm', pack, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Packed; // prettier-ignore
      assert.deepEqual(kinds(commandLine!.files.map(file => file.path)), listed(COMMAND_LINE));
    });

  // The build of the whole run is packed, since others use it.
  if (isLong && process.env['REGISTRY_DIST'] !== undefined)
    describe('a release', function () {
      this.timeout(300_000);
      let [root, folder]: string[] = [];

      before(() => {
        root = makeTree({ 'empty/.git/HEAD': '', 'built.vsix': 'the extension' });
        folder = path.join(root, 'release');
        const env = { ...process.env, REGISTRY_VSIX: path.join(root, 'built.vsix') };
        execFileSync(process.execPath, ['scripts/release-files.mjs', folder], { cwd: repository, env, stdio: 'pipe' });
      });

      it('has both packages, what they are made of, and the sum of each', () => {
        const tarball = `registry-intelligence-${manifest.version}.tgz`;
        const bill = JSON.parse(fs.readFileSync(path.join(folder!, 'sbom.cdx.json'), 'utf8')) as BillOfMaterials;
        for (const name of ['yaml', 'vscode-languageserver'])
          assert.ok(
            bill.components.some(each => each.name === name && each.licenses !== undefined),
            name,
          );
        const sums = fs.readFileSync(path.join(folder!, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
        assert.deepEqual(sums.map(line => line.split('  ')[1]), [tarball, 'registry-intelligence.vsix', 'sbom.cdx.json']); // prettier-ignore
        for (const line of sums) {
          const [sum, name] = line.split('  ') as [string, string];
          assert.equal(createHash('sha256').update(fs.readFileSync(path.join(folder!, name))).digest('hex'), sum); // prettier-ignore
        }
      });

      it('gives a package that npx runs in an empty folder, without a network', () => {
        const env = {
          PATH: process.env['PATH'],
          HOME: root,
          npm_config_cache: path.join(root!, 'cache'),
          npm_config_update_notifier: 'false',
        };
        const tarball = path.join(folder!, `registry-intelligence-${manifest.version}.tgz`);
        const npx = (...line: string[]): string =>
          execFileSync('npx', ['--yes', '--offline', `--package=${tarball}`, 'registry-intel', ...line], {
            cwd: path.join(root!, 'empty'),
            env,
            encoding: 'utf8',
          });
        assert.equal(npx('--version'), `${manifest.version}\n`);
        assert.match(npx('lint'), /Nothing found in 0 files/);
      });
    });
});
