import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { makeTree } from '../../support/disk';
import { checkLsif, lsifStore } from '../../support/lsif';
import { checkScip, descriptorsOf, readScip } from '../../support/scip';
import { ALICE, CORE, REPOSITORY } from '../repository';
import { runInProcess } from '../in-process';
import { bundleProgram, programPath } from '../run';

before(bundleProgram);

/** What is in a folder, with the bytes of each file. */
function snapshot(root: string): Map<string, string> {
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    files.map(file => {
      const full = path.join(root, file);
      return [file, fs.statSync(full).isFile() ? fs.readFileSync(full, 'latin1') : ''];
    }),
  );
}

describe('index', () => {
  for (const [format, file] of [
    ['scip', 'index.scip'],
    ['lsif', 'dump.lsif'],
  ] as const)
    describe(format, () => {
      it(`writes ${file} and nothing else, twice the same, and the same to standard output`, async () => {
        const root = makeTree(REPOSITORY);
        const before = snapshot(root);
        const { code, out, err } = await runInProcess(root, ['index', '--format', format]);
        assert.deepEqual({ code, out }, { code: 0, out: '' });
        assert.match(err, new RegExp(`^\\d+ mentions in 5 files: ${file}\\n$`));
        const first = fs.readFileSync(path.join(root, file));
        assert.deepEqual(snapshot(root), new Map([...before, [file, first.toString('latin1')]].sort() as []));
        assert.equal((await runInProcess(root, ['index', '--format', format, '-o', 'sub.idx'])).code, 0);
        assert.deepEqual(fs.readFileSync(path.join(root, 'sub.idx')), first);
        const piped = spawnSync(process.execPath, [programPath(), 'index', '--format', format, '-o', '-'], {
          cwd: root,
        });
        assert.deepEqual(piped.stdout, first);
        assert.equal(piped.stderr.toString(), '');
      });

      it('replaces an index, of either format, and nothing else', async () => {
        const root = makeTree({
          ...REPOSITORY,
          'notes.txt': 'mine',
          'empty.txt': '',
          'link.scip': { link: 'notes.txt' },
        });
        const before = snapshot(root);
        for (const output of ['notes.txt', 'empty.txt', 'link.scip', CORE, 'src', 'no/such/folder.scip']) {
          const { code, err } = await runInProcess(root, ['index', '--format', format, '-o', output]);
          assert.equal(code, 2, output);
          assert.match(err, /^Nothing was written: /, output);
        }
        assert.deepEqual(snapshot(root), before);
        for (const other of ['scip', 'lsif', format]) {
          assert.equal((await runInProcess(root, ['index', '--format', other, '-o', 'out'])).code, 0);
          const fresh = fs.readFileSync(path.join(root, 'out'));
          assert.equal((await runInProcess(root, ['index', '--format', format, '-o', 'out'])).code, 0);
          assert.equal(other === format, fresh.equals(fs.readFileSync(path.join(root, 'out'))));
        }
      });
    });

  it('says which definition goes over which, and leads to the one that counts where a name stands', async () => {
    const asking = (place: string) => `${place}/src/cursus_dev/pipeline.py`;
    const use = 'from cursus.registry import get_step_definition\nget_step_definition("XGBoostTraining")\n';
    const alice = asking('developer_workspaces/developers/alice');
    const root = makeTree({ ...REPOSITORY, [alice]: use, 'tools.py': use });
    for (const format of ['scip', 'lsif'])
      assert.equal((await runInProcess(root, ['index', '--format', format])).code, 0);

    const step = 'registry-intel . . . step/step/XGBoostTraining.';
    const { documents } = readScip(path.join(root, 'index.scip'));
    const occurrences = (at: string) =>
      documents
        .find(({ relativePath }) => relativePath === at)!
        .occurrences.flatMap(({ symbol, symbolRoles }) => (symbol.startsWith(step) ? [[symbol, symbolRoles]] : []));
    const own = `${step}\`${ALICE}\`.`;
    assert.deepEqual(occurrences(ALICE), [[own, 1]]);
    assert.deepEqual(occurrences(alice), [[own, 8]]);
    assert.deepEqual(occurrences(CORE), [[step, 1]]);
    assert.deepEqual(occurrences('tools.py'), [[step, 8]]);
    const said = documents.flatMap(each => each.symbols).find(({ symbol }) => symbol === own)!;
    assert.equal(said.displayName, 'XGBoostTraining');
    assert.match(said.documentation.join(''), /^\*\*XGBoostTraining\*\*[^]*override of alice/);
    assert.deepEqual(
      said.relationships.map(({ symbol, isReference, isImplementation }) => ({
        symbol,
        isReference,
        isImplementation,
      })),
      [{ symbol: step, isReference: true, isImplementation: true }],
    );

    const store = await lsifStore(path.join(root, 'dump.lsif'));
    const uri = (at: string): string => `file://${root}/${at}`;
    const name = { line: 1, character: 25 };
    const leads = (at: string) => store.definitions(uri(at), name);
    assert.deepEqual(([] as unknown[]).concat(leads(alice)).length, 1);
    assert.ok(JSON.stringify(leads(alice)).includes(uri(ALICE)));
    assert.ok(JSON.stringify(leads('tools.py')).includes(uri(CORE)));
    assert.equal(store.references(uri(alice), name, { includeDeclaration: true })?.length, 5);
    assert.match(JSON.stringify(store.hover(uri(alice), name)), /override of alice/);
  });

  it('keeps names whatever they are', async () => {
    const names = [
      'back`tick``s',
      '__proto__',
      'constructor',
      'line\nend\ttab\u0000nul\u001b[2J',
      'ümläut \u{1f680} ｆｕｌｌ \u202e',
      '::error::x ##[group]',
      ' ',
      'a/b#c.d:',
    ];
    const row = (name: string): string => `    ${pythonText(name)}: {"builder_step_name": ${pythonText(name)}},\n`;
    const root = makeTree({
      '.git/HEAD': '',
      [CORE]: `STEP_NAMES = {\n${names.map(row).join('')}    "\\ud800": {},\n}\n`,
    });
    for (const format of ['scip', 'lsif'])
      assert.equal((await runInProcess(root, ['index', '--format', format])).code, 0);
    const index = readScip(path.join(root, 'index.scip'));
    checkScip(index);
    checkLsif(path.join(root, 'dump.lsif'));
    const [document] = index.documents;
    const steps = document!.symbols.filter(({ symbol }) => symbol.includes(' step/step/'));
    assert.deepEqual(
      steps.map(({ symbol }) => descriptorsOf(symbol).at(-1)),
      [...names, '\\ud800'],
    );
    assert.deepEqual(
      steps.map(({ displayName }) => displayName),
      [...names, '\ufffd'],
    );
    const lines = fs.readFileSync(path.join(root, CORE), 'utf8').split('\n');
    for (const { range, symbol } of document!.occurrences) {
      const text = lines[range[0]!]!.slice(range[1], range[2]);
      const [, , name] = descriptorsOf(symbol);
      assert.equal(text, name === '\\ud800' ? name : pythonText(name!).slice(1, -1));
    }
    const store = await lsifStore(path.join(root, 'dump.lsif'));
    names.forEach((_, i) => {
      const hover = store.hover(`file://${root}/${CORE}`, { line: i + 1, character: 5 });
      assert.ok(hover !== undefined, names[i]);
    });
    const log = (await runInProcess(root, ['index', '--format', 'lsif', '-o', '-'])).out;
    assert.doesNotMatch(log, /##\[|^::/m);
  });

  it('of nothing is an index that says so', async () => {
    const root = makeTree({ '.git/HEAD': '', 'readme.md': '' });
    for (const format of ['scip', 'lsif'])
      assert.equal((await runInProcess(root, ['index', '--format', format])).code, 0);
    assert.deepEqual(readScip(path.join(root, 'index.scip')).documents, []);
    checkLsif(path.join(root, 'dump.lsif'));
  });
});

/** JSON's escapes are Python's. */
function pythonText(name: string): string {
  return JSON.stringify(name);
}
