import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fixAll } from '../../../server/src/cli/commands/fix';
import { loadWorkspace } from '../../../server/src/host/disk-files';
import { readText } from '../../../server/src/host/read-text';
import type { PlacedFinding } from '../../../server/src/model/finding';
import { Workspace } from '../../../server/src/workspace';
import { makeTree } from '../../support/disk';
import { commitAll, git } from '../git';
import { ALICE, BOB, CORE, REPOSITORY, makeRepository, put, textOf } from '../repository';
import { runInProcess as run, type Run } from '../in-process';

const codes = ({ out }: Run): string[] =>
  (JSON.parse(out) as { findings: { code: string; path: string }[] }).findings.map(each => `${each.path} ${each.code}`);

describe('lint --baseline', () => {
  it('leaves out what is known, fails on what is new, and says what is gone', async () => {
    const root = makeTree(REPOSITORY);
    const lint = (...line: string[]): Promise<Run> => run(root, ['lint', '--fail-on', 'hint', ...line]);
    const made = await lint('--baseline', 'known.json', '--update-baseline');
    assert.deepEqual([made.code, made.out, made.err], [0, '', '2 findings in known.json\n']);
    assert.equal((await lint('--baseline', 'known.json')).code, 0);
    const first = textOf(root, 'known.json');
    put(root, ALICE, `# A line more\n${textOf(root, ALICE)}`);
    assert.equal((await lint('--baseline', 'known.json')).code, 0);
    await lint('--baseline', 'known.json', '--update-baseline');
    assert.equal(textOf(root, 'known.json'), first);

    put(root, ALICE, 'LOCAL_STEPS = {"Odd Name": {}}\nWORKSPACE_METADATA = {}\n');
    const { code, out } = await lint('--baseline', 'known.json');
    assert.equal(code, 1);
    assert.match(out, /step\/invalid-name/);
    assert.match(out, /0 more known to the baseline, 2 of the baseline gone\n$/);
    const { baseline } = JSON.parse((await lint('--baseline', 'known.json', '--format', 'json')).out) as {
      baseline: { known: number; absent: { code: string }[] };
    };
    assert.deepEqual([baseline.known, baseline.absent.map(each => each.code)], [0, ['step/conflict', 'step/conflict']]);
  });

  it('replaces nothing but a baseline', async () => {
    const root = makeTree(REPOSITORY);
    for (const line of [
      ['--baseline', CORE, '--update-baseline'],
      ['--baseline', CORE],
      ['--baseline', 'none.json'],
      ['--update-baseline'],
    ])
      assert.equal((await run(root, ['lint', ...line])).code, 2, line.join(' '));
    assert.equal(textOf(root, CORE), REPOSITORY[CORE]);
  });
});

describe('lint --fix', () => {
  const unfixed = `LOCAL_STEPS = {}\r\n# café\r\nSTEP_OVERRIDES = {\r\n    "XGBoostTraining": {  # registry: ignore[step/unknown-field]\r\n        "spec_type": "XGBoostTraining",\r\n    },\r\n}\r\n`;
  const fixed = unfixed.replace('  # registry: ignore[step/unknown-field]', '');

  it('makes safe fixes, keeping permissions, line ends and the byte order mark', async () => {
    const root = makeTree({ ...REPOSITORY, [ALICE]: `\uFEFF${unfixed}` });
    fs.chmodSync(path.join(root, ALICE), 0o640);
    const { out, err } = await run(root, ['lint', '--fix', '--rule', 'suppression', '--format', 'json']);
    assert.deepEqual(codes({ code: 0, out, err }), []);
    assert.equal(err, `Changed ${ALICE}\nFixed 1 finding in 1 file\n`);
    assert.equal(textOf(root, ALICE), `\uFEFF${fixed}`);
    assert.equal(fs.statSync(path.join(root, ALICE)).mode & 0o777, 0o640);
    assert.deepEqual(fs.readdirSync(path.dirname(path.join(root, ALICE))), ['workspace_registry.py']);
    assert.match((await run(root, ['lint', '--fix', '--rule', 'suppression'])).err, /^Fixed 0 findings in 0 files\n$/);
  });

  it('shows what it would do and writes nothing', async () => {
    const root = makeTree({ ...REPOSITORY, [ALICE]: unfixed });
    const { out, err } = await run(root, ['lint', '--fix-dry-run', '--rule', 'suppression']);
    assert.match(out, new RegExp(`--- a/${ALICE}\n\\+\\+\\+ b/${ALICE}\n@@ -1,7 \\+1,7 @@\n`));
    assert.match(
      out,
      /\n- {4}"XGBoostTraining": \{ {2}# registry: ignore\[step\/unknown-field\]\n\+ {4}"XGBoostTraining": \{\n/,
    );
    assert.match(err, /^Would fix 1 finding in 1 file\n/);
    assert.equal(textOf(root, ALICE), unfixed);
  });

  it('repairs every sample repository as far as it goes, and breaks nothing', async () => {
    const corpus = path.join(import.meta.dirname, '../../corpus');
    for (const name of fs.readdirSync(corpus).filter(each => fs.statSync(path.join(corpus, each)).isDirectory())) {
      const folder = path.join(corpus, name);
      const workspace = new Workspace({ readText: at => readText(path.join(folder, at))?.text });
      await loadWorkspace(workspace, folder);
      const findings = (of: Workspace): PlacedFinding[] => [...of.paths()].sort().flatMap(at => of.findings(at));
      const before = new Set(findings(workspace).map(({ path: at, code, key }) => `${at} ${code} ${key}`));
      const { changes } = fixAll(workspace, () => findings(workspace));
      const texts = [...workspace.paths()].map((at): [string, string] => [at, workspace.text(at)!]);
      const fresh = new Workspace({ readText: at => workspace.text(at) });
      for (const at of workspace.allPaths()) fresh.addPath(at);
      fresh.takeChanges(new Map(texts.map(([at, text]) => [at, { text, open: false }])));
      fresh.complete();
      fresh.check();
      const left = findings(fresh).map(({ path: at, code, key }) => `${at} ${code} ${key}`);
      const added = left.filter(each => !before.has(each));
      assert.deepEqual(added, [], `${name}: ${changes.map(change => change.path).join()}`);
      assert.equal(fixAll(fresh, () => findings(fresh)).count, 0, name);
    }
  });
});

describe('lint --only-changed', () => {
  it('reports what the work since a ref has to do with, also in files that it left alone', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    git(root, 'checkout', '--quiet', '-b', 'work');
    const lint = async (ref: string): Promise<string[]> =>
      codes(await run(root, ['lint', '--only-changed', ref, '--format', 'json']));
    assert.deepEqual(await lint('main'), []);
    put(root, CORE, (REPOSITORY[CORE] as string).replace('"XGBoostTraining": {', '"XGBoostTrainingOld": {'));
    const found = await lint('main');
    assert.ok(found.includes(`${BOB} step/override-unknown`), found.join('\n'));
    assert.ok(!found.includes(`${BOB} step/conflict`), found.join('\n'));
    commitAll(root, 'Rename');
    assert.deepEqual(await lint('HEAD'), []);
    assert.deepEqual(await lint('HEAD~1'), found);
    assert.deepEqual(await lint('main'), found);
  });

  it('counts from where the two parted, and reads packed objects', async () => {
    const root = makeRepository();
    commitAll(root, 'Start');
    git(root, 'checkout', '--quiet', '-b', 'work');
    put(root, BOB, 'LOCAL_STEPS = {"x y": {}}\n');
    commitAll(root, 'Work');
    git(root, 'checkout', '--quiet', 'main');
    put(root, ALICE, 'LOCAL_STEPS = {"z z": {}}\n');
    commitAll(root, 'Meanwhile');
    git(root, 'checkout', '--quiet', 'work');
    git(root, 'gc', '--quiet', '--aggressive');
    const found = codes(await run(root, ['lint', '--only-changed', 'main', '--format', 'json']));
    assert.ok(found.length > 0 && found.every(each => each.startsWith(BOB)), found.join('\n'));
  });

  it('refuses what is no ref, and what is in no repository', async () => {
    const root = makeRepository();
    assert.match((await run(root, ['lint', '--only-changed', 'main'])).err, /is in no Git repository/);
    commitAll(root, 'Start');
    for (const ref of ['none', '../../x', '--help', '', 'HEAD~9', 'main:x', '@{-1}'])
      assert.equal((await run(root, ['lint', `--only-changed=${ref}`])).code, 2, ref);
  });
});
