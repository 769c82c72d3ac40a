import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree } from '../../support/disk';
import { commitAll, git } from '../git';
import { ALICE, BOB, CORE, REPOSITORY, makeRepository, put, textOf } from '../repository';
import { runInProcess as run, type Run } from '../in-process';

const RENAMED = (REPOSITORY[CORE] as string).replace('"XGBoostTraining": {', '"XGBoostTrainingOld": {');

interface Impact {
  removed: { name: string }[];
  winners: { name: string; workspace: string | null; after: string | null }[];
  findings: { new: { code: string; path: string; line: number }[]; gone: { code: string }[] };
}

describe('impact', () => {
  it('says the same of a patch, a folder and a commit, and changes nothing', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    git(root, 'checkout', '--quiet', '-b', 'feature');
    put(root, CORE, RENAMED);
    commitAll(root, 'Rename');
    const patch = git(root, 'diff', 'main', 'feature');
    git(root, 'checkout', '--quiet', 'main');
    put(root, 'change.patch', `${patch}\n`);
    const other = makeRepository();
    put(other, CORE, RENAMED);
    const impactOf = (change: string): Promise<Run> =>
      run(root, ['impact', change, '--format', 'json', '--fail-on', 'warning']);
    const first = await impactOf('change.patch');
    for (const change of [other, 'feature']) assert.equal((await impactOf(change)).out, first.out, change);
    assert.equal(first.code, 1);
    const { removed, winners, findings } = JSON.parse(first.out) as Impact;
    assert.deepEqual(
      removed.map(({ name }) => name),
      ['XGBoostTraining'],
    );
    assert.deepEqual(
      winners.map(each => [each.workspace, each.after]),
      [[null, null]],
    );
    assert.deepEqual(
      findings.new.filter(each => each.code === 'step/override-unknown').map(each => [each.path, each.line]),
      [
        [ALICE, 3],
        [BOB, 3],
      ],
    );
    assert.equal(textOf(root, CORE), REPOSITORY[CORE]);
    assert.match(
      (await run(root, ['dry-run', 'change.patch'])).out,
      /\nNew findings\n[^]*override-unknown[^]*\n\d+ new findings, 0 gone\n$/,
    );
    assert.match(
      (await run(root, ['impact', 'feature', '--format', 'markdown'])).out,
      /\*\*New findings\*\*\n\n\| severity/,
    );
  });

  it('takes patches that make, rename and delete files, and refuses those that do not fit', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    git(root, 'rm', '--quiet', BOB);
    fs.mkdirSync(path.join(root, path.dirname(ALICE.replace('alice', 'anna'))), { recursive: true });
    git(root, 'mv', ALICE, ALICE.replace('alice', 'anna'));
    put(root, 'note.txt', 'new\n');
    git(root, 'add', '--all');
    const patch = git(root, 'diff', '--cached', '-M');
    git(root, 'reset', '--quiet', '--hard');
    put(root, 'change.patch', `${patch}\n`);
    const { winners } = JSON.parse((await run(root, ['impact', 'change.patch', '--format', 'json'])).out) as Impact;
    assert.deepEqual(
      winners.map(each => [each.workspace, each.after]),
      [['bob', 'core']],
    );
    put(root, CORE, 'STEP_NAMES = {}\n');
    put(root, 'stale.patch', `--- a/${CORE}\n+++ b/${CORE}\n@@ -1,2 +1,1 @@\n STEP_NAMES = {\n-    "Gone": {\n`);
    assert.match((await run(root, ['impact', 'stale.patch'])).err, /stale.patch does not fit/);
    put(root, 'no.patch', 'hello\n');
    assert.equal((await run(root, ['impact', 'no.patch'])).code, 2);
    put(root, 'out.patch', '--- a/../../x.py\n+++ b/../../x.py\n@@ -1,1 +1,1 @@\n-a\n+b\n');
    assert.equal((await run(root, ['impact', 'out.patch'])).code, 2);
  });
});

describe('merge-preview', () => {
  it('lands all workspaces in memory, two by two and all at once', async () => {
    const builder = 'src/cursus_dev/steps/builders/builder_churn_step.py';
    const files = {
      ...REPOSITORY,
      [`developer_workspaces/developers/alice/${builder}`]: 'class ChurnStepBuilder(StepBuilderBase):\n    pass\n',
      [`developer_workspaces/developers/bob/${builder}`]: 'class ChurnStepBuilder(StepBuilderBase):\n    x = 1\n',
      [ALICE]: (REPOSITORY[ALICE] as string).replace(
        'LOCAL_STEPS = {}',
        'LOCAL_STEPS = {"Churn": {"builder_step_name": "ChurnStepBuilder"}, "Nobody": {"builder_step_name": "NobodyStepBuilder"}}',
      ),
    };
    const root = makeTree(files);
    const { code, out } = await run(root, ['merge-preview', '--format', 'json']);
    assert.equal(code, 1);
    const found = JSON.parse(out) as Record<string, unknown> & {
      findings: { new: { code: string; path: string; message: string }[] };
    };
    const step = { kind: 'step', name: 'XGBoostTraining' };
    assert.deepEqual(found['pairs'], [
      {
        workspaces: ['alice', 'bob'],
        names: [{ ...step, fields: ['description'] }],
        files: ['src/cursus/steps/builders/builder_churn_step.py'],
      },
    ]);
    assert.deepEqual(found['replaced'], [{ ...step, workspace: 'alice' }]);
    assert.deepEqual(found['lost'], [{ ...step, workspace: 'bob', to: 'alice' }]);
    assert.deepEqual(found['refused'], []);
    const missing = found.findings.new.filter(each => each.code === 'step/missing-builder');
    assert.deepEqual(
      missing.map(each => each.path),
      [CORE],
    );
    assert.match(missing[0]!.message, /Nobody/);
    assert.equal(textOf(root, CORE), REPOSITORY[CORE]);
    assert.match(
      (await run(root, ['merge-preview'])).out,
      /^Conflicts\n {2}alice and bob: step XGBoostTraining differs in description\n/,
    );
    assert.match(
      (await run(root, ['merge-preview', '--format', 'markdown'])).out,
      /\| `alice` \| `bob` \| `XGBoostTraining` \| `description` \|/,
    );
    assert.equal((await run(root, ['merge-preview', 'bob'])).code, 0);
    assert.match((await run(root, ['merge-preview', 'nobody'])).err, /There is no workspace 'nobody'/);
  });
});

describe('add-step and promote-step', () => {
  it('add a row in the style of its neighbours, or show it', async () => {
    const root = makeTree(REPOSITORY);
    const line = ['add-step', 'Churn', '--field', 'builder_step_name=ChurnStepBuilder', '--field', 'job_types=[a, b]'];
    const dry = await run(root, [...line, '--dry-run']);
    assert.match(
      dry.out,
      /\n\+ {4}"Churn": \{\n\+ {8}"builder_step_name": "ChurnStepBuilder",\n\+ {8}"job_types": \["a", "b"\],\n\+ {4}\},\n/,
    );
    assert.equal(textOf(root, CORE), REPOSITORY[CORE]);
    const { code, out } = await run(root, line);
    assert.deepEqual([code, out], [0, `Changed ${CORE}\n`]);
    assert.ok(textOf(root, CORE).startsWith((REPOSITORY[CORE] as string).slice(0, -3)));
    assert.match((await run(root, line)).err, /Core has a step 'Churn' already/);
    assert.equal((await run(root, ['add-step', 'Own', '--workspace', 'bob'])).code, 0);
    assert.match(textOf(root, BOB), /^LOCAL_STEPS = \{\n? *"Own": \{\}/);
  });

  it('move the row of a workspace into core, in place of its own', async () => {
    const root = makeTree(REPOSITORY);
    assert.equal((await run(root, ['promote-step', 'XGBoostTraining', '--workspace', 'alice'])).code, 0);
    assert.match(textOf(root, CORE), /"description": "With early stopping",\n {4}\},\n\}\n$/);
    assert.doesNotMatch(textOf(root, CORE) + textOf(root, ALICE), /XGBoost model training step/);
    assert.doesNotMatch(textOf(root, ALICE), /XGBoostTraining/);
    assert.equal((await run(root, ['promote-step', 'XGBoostTraining', '--workspace', 'alice'])).code, 2);
    assert.equal((await run(root, ['lint', '--fail-on', 'error'])).code, 0);
  });

  it('override a step of core with its own fields and those that are said', async () => {
    const root = makeTree(REPOSITORY);
    const line = ['add-step', 'Package', '--override', '--field', 'framework=pytorch', '--workspace', 'bob'];
    assert.match((await run(root, line.slice(0, -2))).err, /Only a workspace overrides/);
    assert.match((await run(root, ['add-step', 'Nope', ...line.slice(2)])).err, /Core has no step 'Nope'/);
    assert.equal((await run(root, line)).code, 0);
    assert.match(textOf(root, BOB), /STEP_OVERRIDES = \{[^]*"Package": \{[^]*"framework": "pytorch"/);
    assert.match((await run(root, ['explain', 'Package', '--workspace', 'bob'])).out, /override of bob/);
  });
});

describe('move-step', () => {
  it('moves a row from core to a workspace and back, which leaves the text as it was', async () => {
    const root = makeTree(REPOSITORY);
    const there = ['move-step', 'Package', '--from', 'core', '--to', 'bob'];
    const { out, code } = await run(root, [...there, '--dry-run']);
    assert.equal(code, 0);
    assert.match(out, /\n\+ {4}"Package": [^]*\n- {4}"Package": /);
    assert.equal(textOf(root, CORE), REPOSITORY[CORE]);
    assert.equal((await run(root, there)).code, 0);
    assert.doesNotMatch(textOf(root, CORE), /"Package"/);
    assert.match(textOf(root, BOB), /LOCAL_STEPS = \{[^]*"Package"/);
    assert.match((await run(root, there)).err, /Core has no step 'Package'/);
    assert.equal((await run(root, ['move-step', 'Package', '--from', 'bob', '--to', 'core'])).code, 0);
    assert.deepEqual([textOf(root, CORE), code], [REPOSITORY[CORE], 0]);
  });

  it('is refused where the other has the name, or says no other', async () => {
    const root = makeTree(REPOSITORY);
    const move = async (...line: string[]): Promise<string> =>
      (await run(root, ['move-step', 'XGBoostTraining', ...line])).err;
    assert.match(await move('--from', 'alice', '--to', 'bob'), /Workspace 'bob' has a step 'XGBoostTraining' already/);
    assert.match(await move('--from', 'alice'), /Say between whom/);
    assert.match(await move('--from', 'core', '--to', 'core'), /where it comes from and where it goes to/);
    assert.match(await move('--from', 'core', '--to', 'nobody'), /nobody/);
  });

  it('names the files that stay in the workspace, where core does not see them', async () => {
    const builder = BOB.replace('registry/workspace_registry.py', 'steps/builders/builder_own_step.py');
    const root = makeTree({
      ...REPOSITORY,
      [BOB]: 'LOCAL_STEPS = {\n    "Own": {"builder_step_name": "OwnStepBuilder"},\n}\n',
      [builder]: 'class OwnStepBuilder(StepBuilderBase):\n    pass\n',
    });
    const { err } = await run(root, ['promote-step', 'Own', '--workspace', 'bob']);
    assert.ok(err.includes(`  ${builder} (in core: src/cursus/steps/builders/builder_own_step.py)\n`), err);
  });

  it('keeps a backup that restore takes, if it is asked to', async () => {
    const root = makeTree(REPOSITORY);
    const line = ['move-step', 'Package', '--from', 'core', '--to', 'bob', '--backup'];
    assert.match((await run(root, line)).out, /Made registry-backup-1.json/);
    assert.equal((await run(root, ['restore', 'registry-backup-1.json'])).code, 0);
    assert.deepEqual([textOf(root, CORE), textOf(root, BOB)], [REPOSITORY[CORE], REPOSITORY[BOB]]);
  });
});

describe('migrate', () => {
  it('brings WORKSPACE_STEPS to LOCAL_STEPS everywhere, and counts what is left for a person', async () => {
    const root = makeTree({
      ...REPOSITORY,
      [ALICE]: 'WORKSPACE_STEPS = {\n    "A": {},\n}\n',
      [BOB]: 'WORKSPACE_STEPS = {\n    "A": {},\n    "B": {},\n}\nLOCAL_STEPS = {\n    "A": {},\n}\n',
    });
    const dry = await run(root, ['migrate', 'workspace-steps', '--dry-run']);
    assert.match(dry.out, /\n-WORKSPACE_STEPS = \{\n\+LOCAL_STEPS = \{\n/);
    assert.match(textOf(root, ALICE), /^WORKSPACE_STEPS/);
    const { code, err } = await run(root, ['migrate', 'workspace-steps']);
    assert.equal(textOf(root, ALICE), 'LOCAL_STEPS = {\n    "A": {},\n}\n');
    assert.match(textOf(root, BOB), /LOCAL_STEPS = \{\n {4}"A": \{\},\n {4}"B": \{\},\n\}/);
    assert.equal(code, 1);
    assert.match(err, /1 place is left for a person/);
    assert.match((await run(root, ['migrate', 'nothing'])).err, /There is no migration 'nothing'.*workspace-steps/);
  });
});
