import assert from 'node:assert/strict';
import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { COMMANDS } from '../../server/src/cli/commands';
import { makeTree } from '../support/disk';
import { commitAll, git } from './git';
import { ALICE, CORE, put, withoutHistory } from './repository';
import { bundleProgram, programPath } from './run';

before(bundleProgram);

const ROOT = path.join(import.meta.dirname, '../..');
const ci = (file: string): unknown => parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));

/** The sample repository under a name, without its stand-in for a history. */
function sources(under: string): Record<string, string> {
  return Object.fromEntries(Object.entries(withoutHistory()).map(([at, text]) => [`${under}/${at}`, text as string]));
}

/** A folder of programs: ours, and one for GitHub that notes what it is told. */
function programs(root: string): string {
  const bin = path.join(root, 'bin');
  fs.mkdirSync(bin);
  const write = (name: string, script: string): void =>
    fs.writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  write('registry-intel', `exec '${process.execPath}' '${programPath()}' "$@"`);
  write('gh', `echo "$@" >> '${root}/gh.log'\ncase "$*" in *--edit-last*) exit 1;; esac`);
  return bin;
}

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('the workflow for GitHub Actions', () => {
  it('says what changes, hands over SARIF, and annotates and fails for what the pull request brings', () => {
    const root = makeTree(sources('upstream'));
    const [upstream, here] = [path.join(root, 'upstream'), path.join(root, 'here')];
    commitAll(upstream, 'Start');
    git(root, 'clone', '--quiet', upstream, here);
    git(here, 'checkout', '--quiet', '-b', 'feature');
    put(here, ALICE, 'LOCAL_STEPS = {"Odd Name": {}}\n');
    commitAll(here, 'Odd');
    // The base has gone on by itself.
    put(upstream, CORE, fs.readFileSync(path.join(upstream, CORE), 'utf8').replace('"Package"', '"Packing"'));
    commitAll(upstream, 'On');
    git(here, 'fetch', '--quiet');

    const { jobs } = ci('docs/ci/github-actions.yml') as { jobs: { lint: { steps: Step[] } } };
    const PATH = `${programs(root)}:${process.env['PATH'] ?? ''}`;
    const ran = jobs.lint.steps.flatMap(({ run, env = {} }) => {
      if (run === undefined || run.startsWith('npm install')) return [];
      const values = Object.entries(env).map(([name, value]) => [name, EXPRESSIONS[value] ?? assert.fail(value)]);
      // As GitHub runs it.
      return spawnSync('bash', ['-e', '-c', run], {
        cwd: here,
        encoding: 'utf8',
        env: { HOME: root, ...Object.fromEntries<string>(values as [string, string][]), PATH },
      });
    });
    assert.deepEqual(
      ran.map(({ status }) => status),
      [0, 0, 1],
      ran.map(({ stderr }) => stderr).join(''),
    );
    assert.match(fs.readFileSync(path.join(here, 'diff.md'), 'utf8'), /Odd Name/);
    const said = fs.readFileSync(path.join(root, 'gh.log'), 'utf8').split('\n');
    assert.deepEqual(said.slice(0, 2), [
      'pr comment 7 --body-file diff.md --edit-last',
      'pr comment 7 --body-file diff.md',
    ]);
    const sarif = JSON.parse(fs.readFileSync(path.join(here, 'registries.sarif'), 'utf8')) as {
      runs: { results: { ruleId: string }[] }[];
    };
    assert.ok(sarif.runs[0]!.results.some(({ ruleId }) => ruleId === 'step/invalid-name'));
    const annotations = ran[2]!.stdout.trimEnd().split('\n');
    assert.ok(annotations.some(line => /^::error file=[^:]*workspace_registry\.py,line=1,.*Odd Name/.test(line)));
    assert.ok(!ran[2]!.stdout.includes('Packing'), 'nothing of the base is blamed on the pull request');
  });
});

/** What the expressions of the workflow are in the test. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  '${{ github.base_ref }}': 'main',
  '${{ github.token }}': 'secret',
  '${{ github.event.number }}': '7',
};

describe('the hook for pre-commit', () => {
  const [hook] = ci('.pre-commit-hooks.yaml') as { entry: string; files: string }[];

  it('stops a commit for what is in it, and for nothing that was there before', () => {
    const root = makeTree(sources('here'));
    const here = path.join(root, 'here');
    const bin = programs(root);
    git(here, 'init', '--quiet');
    const script = `#!/bin/sh\nPATH='${bin}':"$PATH"\n${hook!.entry}\n`;
    fs.writeFileSync(path.join(here, '.git/hooks/pre-commit'), script, { mode: 0o755 });
    const commit = (): SpawnSyncReturns<string> => {
      git(here, 'add', '--all');
      const person = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.org', '-c', 'commit.gpgsign=false'];
      const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
      return spawnSync('git', [...person, 'commit', '-m', 'x'], { cwd: here, encoding: 'utf8', env });
    };
    const first = commit();
    assert.equal(first.status, 0, first.stdout + first.stderr);
    put(here, ALICE, 'LOCAL_STEPS = {"Odd Name": {}}\n');
    const refused = commit();
    assert.equal(refused.status, 1);
    assert.match(refused.stdout + refused.stderr, /Odd Name.*step\/invalid-name/);
    put(here, ALICE, 'LOCAL_STEPS = {}\n');
    const second = commit();
    assert.equal(second.status, 0, second.stdout + second.stderr);
    assert.equal(git(here, 'rev-list', '--count', 'HEAD'), '2');
  });

  it('is asked about every kind of file that is read', () => {
    const pattern = `import re, sys; print([p for p in sys.argv[2:] if not re.search(sys.argv[1], p)])`;
    const files = ['step_names.py', 'a.pyi', 'x_meta.yaml', 'registry.yml', 'p.policy.json', 'module.ts', 'm.mjs'];
    const odd = ['.onextree', 'pyproject.toml', 'setup.cfg', 'a/.wip', '.onexignore', 'm.jsx'];
    try {
      const missed = execFileSync('python3', ['-c', pattern, hook!.files, ...files, ...odd], { encoding: 'utf8' });
      assert.equal(missed, '[]\n');
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
    }
  });
});

describe('the action for GitHub', () => {
  it('gives its inputs to the command line as they are, and runs nothing of them', () => {
    const { inputs, runs } = ci('action.yml') as {
      inputs: Record<string, { default: string }>;
      runs: { steps: Step[] };
    };
    const step = runs.steps.at(-1)!;
    const asked = (given: Readonly<Record<string, string>>): string => {
      const valueOf = (expression: string): string => {
        const name = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression)![1]!;
        return given[name] ?? inputs[name]!.default;
      };
      const env = Object.fromEntries(Object.entries(step.env!).map(([name, value]) => [name, valueOf(value)]));
      const script = `registry-intel() { printf '<%s>' "$@"; }\n${step.run!}`;
      return spawnSync('bash', ['-e', '-c', script], { encoding: 'utf8', env: { ...env, PATH: '/bin:/usr/bin' } })
        .stdout;
    };
    assert.equal(asked({}), '<lint><--format><github><--fail-on><error><--><.>');
    assert.equal(
      asked({ paths: 'src * $(id)', 'only-changed': 'a b;id', 'fail-on': '`id`' }),
      '<lint><--format><github><--fail-on><`id`><--only-changed><a b;id><--><src><*><$(id)>',
    );
  });
});

describe('documented pipelines', () => {
  const commandsIn = (text: string): string[] =>
    [...text.matchAll(/registry-intel ([a-z-]+) ([^\n>|]*)/g)].map(([, name, rest]) => `${name!} ${rest!}`);

  it('use commands and options that there are', () => {
    for (const file of ['docs/ci/github-actions.yml', '.pre-commit-hooks.yaml', 'action.yml']) {
      const text = fs.readFileSync(path.join(ROOT, file), 'utf8').replace(/^\s*(#|name:).*$/gm, '');
      assert.ok(parse(text) !== null);
      const lines = commandsIn(text);
      assert.ok(lines.length > 0, file);
      for (const line of lines) {
        const spec = COMMANDS.find(({ name }) => line.startsWith(`${name} `));
        for (const [flag] of line.matchAll(/--[\w-]+/g))
          assert.ok(
            spec?.options.some(({ flags }) => flags.includes(flag)),
            `${file}: ${line}`,
          );
      }
    }
  });
});
