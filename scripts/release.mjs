/**
 * Makes a release, up to what only a person may do: sets the version, heads the changelog with it, packs the extension and the
 * command line, commits, tags, and prints what is to be published. Nothing leaves the machine.
 *
 *   node scripts/release.mjs VERSION        1.2.3, higher than the one that is out
 *   node scripts/release.mjs --dry-run VERSION    says what it would do, and changes nothing
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');
const isDryRun = process.argv.includes('--dry-run');
const version = process.argv.slice(2).find(each => !each.startsWith('--'));

try {
  release(version);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function release(next) {
  const { version: last } = JSON.parse(read('package.json'));
  if (!/^\d+\.\d+\.\d+$/.test(next ?? '') || !isHigher(next, last))
    throw new Error(`Give a version that is higher than ${last}, such as 1.2.3.`);
  const news = /^## Unreleased\n+([^]*?)(?=^## )/m.exec(read('CHANGELOG.md'))?.[1]?.trim() ?? '';
  if (news === '')
    throw new Error('CHANGELOG.md has nothing under "## Unreleased": write what changed, for those who use it.');
  if (run('git', 'status', '--porcelain') !== '') throw new Error('Something is not committed.');
  if (isDryRun) {
    console.log(`Would release ${next} after ${last}, with these news:\n\n${news}`);
    return;
  }
  run('npm', 'version', next, '--no-git-tag-version');
  const heading = `## ${next} (${new Date().toISOString().slice(0, 10)})`;
  write('CHANGELOG.md', read('CHANGELOG.md').replace('## Unreleased', `## Unreleased\n\n${heading}`));
  run('git', 'commit', '--all', '--message', `Version ${next}\n\n${news}`);
  process.env.SOURCE_DATE_EPOCH = run('git', 'log', '-1', '--format=%ct').trim();
  const files = run('node', 'scripts/release-files.mjs').trim().split('\n');
  run('git', 'tag', '--annotate', `v${next}`, '--message', `Version ${next}`);
  console.log(`Version ${next} is committed, tagged and packed:

  ${files.join('\n  ')}

To publish it:

  git push --follow-tags
  npx vsce publish --packagePath release/registry-intelligence.vsix
  npm publish ${files.find(file => file.endsWith('.tgz'))}
`);
}

function isHigher(a, b) {
  const [left, right] = [a, b].map(each => each.split('.').map(Number));
  const at = left.findIndex((part, i) => part !== right[i]);
  return at >= 0 && left[at] > right[at];
}

function run(command, ...args) {
  return execFileSync(command, args, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function read(file) {
  return fs.readFileSync(path.join(repository, file), 'utf8');
}

function write(file, text) {
  fs.writeFileSync(path.join(repository, file), text);
}
