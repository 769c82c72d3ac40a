import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree } from '../../support/disk';
import { ALICE, BOB, CORE, put, REPOSITORY, textOf } from '../repository';
import { runInProcess as run } from '../in-process';

const files = (root: string): string => fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort().join('\n');

describe('init-workspace', () => {
  it('makes a workspace that nothing is wrong with, from each template', async () => {
    for (const template of ['minimal', 'standard', 'advanced']) {
      const root = makeTree(REPOSITORY);
      const before = files(root);
      const dry = await run(root, ['init-workspace', 'dana', '--template', template, '--dry-run']);
      assert.match(
        dry.out,
        /\n\+\+\+ b\/developer_workspaces\/developers\/dana\/src\/cursus_dev\/registry\/workspace_registry\.py\n/,
      );
      assert.equal(files(root), before);
      assert.equal((await run(root, ['setup-developer', 'dana', '--template', template])).code, 0);
      const { out } = await run(root, ['lint', '--workspace', 'dana', '--format', 'json']);
      assert.deepEqual((JSON.parse(out) as { findings: unknown[] }).findings, [], template);
      assert.match((await run(root, ['list', 'workspaces'])).out, /· dana {3}/);
      assert.match((await run(root, ['init-workspace', 'dana'])).err, /There is a workspace 'dana' already/);
    }
  });

  it('begins with example rows as comments that are right once they are no comments, and says what comes next', async () => {
    const root = makeTree(REPOSITORY);
    const { err } = await run(root, ['init-workspace', 'dana', '--template', 'advanced']);
    assert.match(err, /Next:\n {2}1\. add a step: registry-intel add-step <name> --workspace dana/);
    const registry = BOB.replace('bob', 'dana');
    put(root, registry, textOf(root, registry).replaceAll('    # ', '    '));
    const { out } = await run(root, ['list', 'steps', '--workspace', 'dana', '--own', '--format', 'json']);
    const { steps } = JSON.parse(out) as { steps: { name: string; loaded: boolean }[] };
    assert.deepEqual(
      steps.map(({ name, loaded }) => [name, loaded]),
      [
        ['CustomProcessing', true],
        ['XGBoostTraining', true],
      ],
    );
    const readme = textOf(root, registry.replace('src/cursus_dev/registry/workspace_registry.py', 'README.md'));
    assert.match(readme, /set_workspace_context\("dana"\)/);
  });

  it('copies the registry of another, and overwrites nothing', async () => {
    const root = makeTree({
      ...REPOSITORY,
      [BOB.replace('bob', 'eve').replace('workspace_registry', '__init__')]: 'kept\n',
    });
    const before = files(root);
    assert.match(
      (await run(root, ['init-workspace', 'eve', '--copy-from', 'alice'])).err,
      /Nothing was written: .*exists; nothing is ever overwritten/,
    );
    assert.equal(files(root), before);
    assert.equal(
      (await run(root, ['init-workspace', 'fay', '--copy-from', 'alice', '--workspace-path', 'team/fay'])).code,
      0,
    );
    const made = textOf(root, 'team/fay/src/cursus_dev/registry/workspace_registry.py');
    assert.equal(made, (REPOSITORY[ALICE] as string).replace('"developer_id": "alice"', '"developer_id": "fay"'));
    for (const line of [
      ['a/b'],
      ['..'],
      ['gus', '--workspace-path', '../x'],
      ['gus', '--workspace-path', '/x'],
      ['gus', '--copy-from', 'nobody'],
    ])
      assert.equal((await run(root, ['init-workspace', ...line])).code, 2, line.join(' '));
  });
});

describe('rename-step', () => {
  it('renames wherever the step is mentioned, or shows it, and refuses what would change a winner', async () => {
    const root = makeTree(REPOSITORY);
    const before = textOf(root, CORE);
    assert.match(
      (await run(root, ['rename-step', 'Package', 'Packaging', '--dry-run'])).out,
      /\n\+ {4}"Packaging": \{\n/,
    );
    assert.equal(textOf(root, CORE), before);
    assert.equal((await run(root, ['rename-step', 'Package', 'Packaging'])).code, 0);
    assert.match(textOf(root, CORE), /"Packaging": \{/);
    assert.equal((await run(root, ['rename-step', 'Packaging', 'XGBoostTraining'])).code, 2);
    assert.match((await run(root, ['rename-step', 'Packagin', 'X'])).err, /Did you mean 'Packaging'/);
  });
});

describe('graph', () => {
  it('is written for programs and pages, and no name can break out of it', async () => {
    const evil = 'A"];\nclick n0 "javascript:x" #quot; <b>';
    const root = makeTree({ ...REPOSITORY, [ALICE]: `LOCAL_STEPS = {${JSON.stringify(evil)}: {}}\n` });
    const { nodes } = JSON.parse((await run(root, ['graph', '--format', 'json'])).out) as { nodes: { name: string }[] };
    assert.ok(Array.isArray(nodes));
    const dot = (await run(root, ['graph'])).out;
    assert.match(dot, /^digraph registry \{\n {2}rankdir=LR;\n/);
    for (const line of dot.split('\n').filter(each => each.includes('label=')))
      assert.match(line, /^ {2}n\d+ \[label="(\\.|[^"\\])*"(, color=red)?\];$/);
    const mermaid = (await run(root, ['graph', '--format', 'mermaid'])).out;
    for (const line of mermaid.trimEnd().split('\n').slice(1))
      assert.match(line, /^ {2}(n\d+\["[^"<>\n]*"\]|n\d+ --> n\d+|style n\d+ stroke:red)$/);
  });
});

describe('graph --format svg', () => {
  const module = (needs: string): string => `dependencies:\n  - module_id: ${needs}\n`;
  const code =
    'class M:\n    input_schema = In\n    output_schema = Out\n    description = "d"\n    def execute(self): ...\n';
  const modules = {
    'extensions/a.py': code,
    'extensions/a_meta.yaml': module('b'),
    'extensions/b.py': code,
    'extensions/b_meta.yaml': module('a'),
    'extensions/c.py': code,
    'extensions/c_meta.yaml': module('a'),
  };

  it('is a picture that stands alone: well-formed, the same again, with nothing in it that loads or runs', async function () {
    const root = makeTree({ ...REPOSITORY, ...modules });
    const svg = (await run(root, ['graph', '--format', 'svg'])).out;
    assert.equal((await run(root, ['graph', '--format', 'svg'])).out, svg);
    assert.equal((svg.match(/<title>/g) ?? []).length, 3);
    assert.equal((svg.match(/>↻ [ab] /g) ?? []).length, 2, 'circles are marked');
    assert.equal((svg.match(/<path [^>]*stroke="#cf222e"/g) ?? []).length, 2);
    if (spawnSync('python3', ['--version']).status !== 0) return this.skip();
    assert.deepEqual(elementsOf(svg), ['g', 'path', 'rect', 'svg', 'text', 'title']);
  });

  it('shows names as text, whatever they are', async function () {
    if (spawnSync('python3', ['--version']).status !== 0) return this.skip();
    const evil = 'b"/><script href="http://x">&]]>';
    const root = makeTree({ ...REPOSITORY, ...modules, 'extensions/c_meta.yaml': module(JSON.stringify(evil)) });
    const svg = (await run(root, ['graph', '--format', 'svg'])).out;
    assert.deepEqual(elementsOf(svg), ['g', 'path', 'rect', 'svg', 'text', 'title']);
  });
});

/** The names of all elements, as a parser says that is not ours; it throws at what is not well-formed. */
function elementsOf(svg: string): string[] {
  const program =
    'import sys, xml.etree.ElementTree as e; r = e.fromstring(sys.stdin.buffer.read());' +
    ' assert not [k for n in r.iter() for k in n.attrib if "href" in k or k.startswith("on")];' +
    ' print("\\n".join(sorted({n.tag.split("}")[1] for n in r.iter()})))';
  const { status, stdout, stderr } = spawnSync('python3', ['-c', program], { input: svg, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trimEnd().split('\n');
}

describe('restore', () => {
  it('goes back to a snapshot with files, and back again from its backup', async () => {
    const root = makeTree(REPOSITORY);
    assert.equal((await run(root, ['snapshot', '--with-files', '-o', 'then.json'])).code, 0);
    fs.writeFileSync(path.join(root, ALICE), '# mine\n');
    fs.rmSync(path.join(root, BOB));
    const before = files(root);
    const dry = await run(root, ['restore', 'then.json', '--dry-run']);
    assert.match(dry.out, /^-# mine$/m);
    assert.equal(files(root), before);
    const { code, out } = await run(root, ['restore', 'then.json']);
    assert.equal(code, 0);
    assert.equal(out, `Changed ${ALICE}\nMade ${BOB}\nMade registry-backup-1.json\n`);
    assert.deepEqual([textOf(root, ALICE), textOf(root, BOB)], [REPOSITORY[ALICE], REPOSITORY[BOB]]);
    assert.deepEqual((await run(root, ['diff', 'then.json'])).code, 0);
    assert.equal((await run(root, ['restore', 'then.json'])).out, '', 'there is nothing left to restore');
    const back = await run(root, ['restore', 'registry-backup-1.json']);
    assert.match(back.err, /Not in it, and left as they are: .*bob/);
    assert.equal(textOf(root, ALICE), '# mine\n');
    assert.ok(fs.existsSync(path.join(root, 'registry-backup-2.json')));
  });

  it('writes nothing but registry files below the root, and all of them or none', async () => {
    const root = makeTree(REPOSITORY);
    const before = files(root);
    const snapshot = (...paths: string[]): string => {
      const listed = paths.map(at => ({ path: at, text: 'x = 1\n' }));
      const file = path.join(makeTree({}), 's.json');
      fs.writeFileSync(file, JSON.stringify({ version: 1, workspaces: [], entries: [], winners: [], files: listed }));
      return file;
    };
    for (const at of [
      '../x/workspace_registry.py',
      `/${ALICE}`,
      'a\\..\\registry.yaml',
      '.git/hooks/pre-commit',
      'README.md',
      `./${ALICE}`,
    ])
      assert.equal((await run(root, ['restore', snapshot(ALICE, at)])).code, 2, at);
    assert.match((await run(root, ['restore', CORE])).err, /is no snapshot/);
    await run(root, ['snapshot', '-o', 'bare.json']);
    assert.match((await run(root, ['restore', 'bare.json'])).err, /carries no files/);
    fs.rmSync(path.join(root, 'bare.json'));
    assert.equal(files(root), before);
    assert.equal(textOf(root, ALICE), REPOSITORY[ALICE]);
  });

  it('writes everything or nothing', async () => {
    const root = makeTree(REPOSITORY);
    await run(root, ['snapshot', '--with-files', '-o', 'then.json']);
    const then = JSON.parse(textOf(root, 'then.json')) as { files: { path: string; text: string }[] };
    then.files.push({ path: ALICE.replace('alice', 'zed'), text: 'LOCAL_STEPS = {}\n' });
    fs.writeFileSync(path.join(root, 'then.json'), JSON.stringify(then));
    fs.writeFileSync(path.join(root, ALICE), '# mine\n');
    // A file stands where a folder would have to.
    fs.writeFileSync(path.join(root, 'developer_workspaces/developers/zed'), '');
    const before = files(root);
    const { code, err } = await run(root, ['restore', 'then.json']);
    assert.equal(code, 2);
    assert.match(err, /^Nothing was written: /);
    assert.equal(files(root), before);
  });
});
