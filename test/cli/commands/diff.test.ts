import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree } from '../../support/disk';
import { commitAll, git } from '../git';
import { ALICE, BOB, CORE, REPOSITORY, makeRepository, put } from '../repository';
import { runInProcess as run, type Run } from '../in-process';

interface Diff {
  added: { name: string; workspace: string | null }[];
  removed: { name: string; workspace: string | null }[];
  changed: { name: string; field: string; before: unknown; after: unknown }[];
  winners: {
    name: string;
    workspace: string | null;
    before: string | null;
    after: string | null;
    blame?: { title: string; commit: string } | null;
  }[];
}

const json = ({ out }: Run): Diff => JSON.parse(out) as Diff;
const NO_OVERRIDE = 'LOCAL_STEPS = {}\nSTEP_OVERRIDES = {}\nWORKSPACE_METADATA = {}\n';

describe('snapshot', () => {
  it('is the same for the same files, wherever lines stand and whatever the order on disk', async () => {
    const one = makeRepository();
    const { code, out } = await run(one, ['snapshot']);
    assert.equal(code, 0);
    put(one, ALICE, `\n# moved\n${REPOSITORY[ALICE] as string}`);
    assert.equal((await run(one, ['snapshot'])).out, out);
    assert.equal(
      (await run(makeTree(Object.fromEntries(Object.entries(REPOSITORY).reverse())), ['snapshot'])).out,
      out,
    );
    const { version, workspaces, winners } = JSON.parse(out) as {
      version: number;
      workspaces: unknown;
      winners: unknown[];
    };
    assert.deepEqual([version, workspaces], [1, ['alice', 'bob']]);
    assert.deepEqual(winners, [
      { kind: 'step', name: 'Package', workspace: null, winner: 'core' },
      { kind: 'step', name: 'XGBoostTraining', workspace: null, winner: 'core' },
      { kind: 'step', name: 'XGBoostTraining', workspace: 'alice', winner: 'override of alice' },
      { kind: 'step', name: 'XGBoostTraining', workspace: 'bob', winner: 'override of bob' },
    ]);
  });

  it('is written to a new file only', async () => {
    const root = makeRepository();
    assert.equal((await run(root, ['snapshot', '-o', 'a.json'])).code, 0);
    assert.equal(fs.readFileSync(path.join(root, 'a.json'), 'utf8'), (await run(root, ['snapshot'])).out);
    assert.match((await run(root, ['snapshot', '-o', 'a.json'])).err, /'a.json' exists; nothing is ever overwritten/);
  });
});

describe('diff', () => {
  it('names the fields of schemas that break consumers, between a commit and the files', async () => {
    const orders = (needed: string): string =>
      `from pydantic import BaseModel\n\n\nclass In(BaseModel):\n    id: int\n${needed}\n
class Out(BaseModel):\n    total: int\n\n
class Orders:\n    input_schema = In\n    output_schema = Out\n    description = "Orders"\n
    def execute(self, inputs, context=None):\n        return {}\n`;
    const root = makeTree({ 'extensions/shop/orders.py': orders('') });
    commitAll(root, 'One field');
    put(root, 'extensions/shop/orders.py', orders('    shop: str\n'));
    const { code, out } = await run(root, ['diff', 'HEAD', '--fail-on', 'broken']);
    assert.match(out, /shop\.orders +input shop +has to be given now/);
    assert.equal(code, 1);
  });

  it('speaks of definitions, fields and winners, between snapshots, folders and commits alike', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    await run(root, ['snapshot', '-o', 'before.json']);
    const old = makeRepository();
    put(root, ALICE, NO_OVERRIDE);
    put(
      root,
      CORE,
      (REPOSITORY[CORE] as string).replace('Model packaging step', 'Packs').replace('"Processing"', '"Transform"'),
    );
    put(
      root,
      BOB,
      (REPOSITORY[BOB] as string).replace('LOCAL_STEPS = {}', 'LOCAL_STEPS = {"Package": {"spec_type": "P"}}'),
    );
    const first = await run(root, ['diff', 'before.json', '--format', 'json']);
    assert.equal(first.code, 1);
    for (const from of [old, 'HEAD', 'main'])
      assert.equal((await run(root, ['diff', from, '--format', 'json'])).out, first.out, from);
    const { added, removed, changed, winners } = json(first);
    assert.deepEqual(
      added.map(each => [each.name, each.workspace]),
      [['Package', 'bob']],
    );
    assert.deepEqual(
      removed.map(each => [each.name, each.workspace]),
      [['XGBoostTraining', 'alice']],
    );
    assert.deepEqual(
      changed.map(each => [each.name, each.field, each.before, each.after]),
      [
        ['Package', 'sagemaker_step_type', 'Processing', 'Transform'],
        ['Package', 'description', 'Model packaging step', 'Packs'],
      ],
    );
    assert.deepEqual(
      winners.map(each => [each.name, each.workspace, each.before, each.after]),
      [
        ['Package', 'bob', 'core', 'local of bob'],
        ['XGBoostTraining', 'alice', 'override of alice', 'core'],
      ],
    );
    assert.deepEqual(
      json(await run(root, ['diff', '.', 'before.json', '--format', 'json'])).removed.map(each => each.name),
      ['Package'],
    );
  });

  it('gives the exit code that was asked for', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    const code = async (...line: string[]): Promise<number | null> => (await run(root, ['diff', 'HEAD', ...line])).code;
    assert.equal(await code(), 0);
    put(root, CORE, (REPOSITORY[CORE] as string).replace('Model packaging step', 'Packs'));
    assert.equal(await code(), 1);
    assert.equal(await code('--fail-on', 'winners'), 0);
    put(root, ALICE, NO_OVERRIDE);
    assert.equal(await code('--fail-on', 'winners'), 1);
    assert.equal(await code('--fail-on', 'removed'), 1);
    assert.equal(await code('--fail-on', 'never'), 0);
    assert.equal((await run(root, ['diff', 'nowhere'])).code, 2);
    assert.equal((await run(root, ['diff', CORE])).code, 2);
  });

  it('writes text for a terminal and Markdown for a comment', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    put(root, ALICE, `LOCAL_STEPS = {"@team|a\`b\\n## x": {}}\n`);
    const { out } = await run(root, ['diff', 'HEAD']);
    assert.match(out, /^Winners\n {2}! step XGBoostTraining in alice: override of alice → core\n/);
    assert.match(out, /\n1 winner changes; 1 added, 1 removed, 0 fields changed\n$/);
    const markdown = (await run(root, ['diff', 'HEAD', '--format', 'markdown'])).out;
    assert.match(
      markdown,
      /^### Registry changes: `HEAD` → `working tree`\n\n\*\*1 winner changes\*\*\n\n\| name \| in \| before \| after \|\n/,
    );
    assert.match(markdown, /\| `XGBoostTraining` \| `alice` \| `override of alice` \| `core` \|\n/);
    assert.match(markdown, /\| step \| `` @team\\\|a`b\\n## x `` \| `local of alice` \|/);
  });

  it('names the commit that changed a winner', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    put(root, ALICE, NO_OVERRIDE);
    const drop = commitAll(root, 'Alice drops her override');
    git(root, 'checkout', '--quiet', '-b', 'side');
    put(root, BOB, NO_OVERRIDE);
    commitAll(root, 'Bob drops his');
    git(root, 'checkout', '--quiet', 'main');
    put(root, CORE, (REPOSITORY[CORE] as string).replace('Model packaging step', 'Packs'));
    commitAll(root, 'Unrelated');
    git(root, 'merge', '--quiet', '--no-ff', '-m', 'Merge side', 'side');
    const { winners } = json(await run(root, ['diff', 'HEAD~3', '--blame', '--format', 'json']));
    assert.deepEqual(
      winners.map(each => [each.workspace, each.blame?.title]),
      [
        ['alice', 'Alice drops her override'],
        ['bob', 'Merge side'],
      ],
    );
    assert.equal(winners[0]!.blame!.commit, drop);
    put(root, ALICE, REPOSITORY[ALICE] as string);
    const uncommitted = json(await run(root, ['diff', 'HEAD', '--blame', '--format', 'json'])).winners;
    assert.deepEqual(
      uncommitted.map(each => each.blame),
      [null],
    );
    assert.match(
      (await run(root, ['diff', 'HEAD~3', 'HEAD', '--blame'])).out,
      /2025-01-02 Dana: Alice drops her override\n/,
    );
    assert.equal((await run(root, ['diff', '.', '.', '--blame'])).code, 2);
  });

  it('reads worktrees, packs, packed refs and alternates', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    git(root, 'tag', '-a', 'v1', '-m', 'One');
    put(root, ALICE, NO_OVERRIDE);
    commitAll(root, 'Drop');
    git(root, 'gc', '--quiet');
    git(root, 'pack-refs', '--all');
    const away = makeTree({});
    git(root, 'worktree', 'add', '--quiet', path.join(away, 'work'), '-b', 'other');
    git(away, 'clone', '--quiet', '--shared', root, 'clone');
    for (const folder of [root, path.join(away, 'work'), path.join(away, 'clone')])
      for (const from of ['v1', 'HEAD~1', 'main^', git(root, 'rev-parse', '--short', 'v1^{commit}')])
        assert.equal(
          json(await run(folder, ['diff', from, '--format', 'json'])).winners.length,
          1,
          `${folder} ${from}`,
        );
  });

  it('runs no program that the settings of a repository name, and writes nothing to it', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    const bait = path.join(root, 'ran');
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'diff.external',
      'filter.x.smudge',
      'core.hooksPath',
    ])
      git(root, 'config', key, `touch ${bait}`);
    put(root, '.gitattributes', '* filter=x\n');
    const listing = (): string => fs.readdirSync(path.join(root, '.git'), { recursive: true }).sort().join('\n');
    const before = listing();
    assert.equal((await run(root, ['diff', 'HEAD', '--blame'])).code, 0);
    assert.ok(!fs.existsSync(bait));
    assert.equal(listing(), before);
  });
});
