import assert from 'node:assert/strict';
import { answers } from '../../../server/src/systems/modules/answers/answers';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import { workspaceOfFiles } from '../../support/fixture';
import type { Workspace } from '../../../server/src/workspace';
import { moduleText, needs } from './module-text';

const M = moduleText();
const SAME = 'extensions:\n  roots:\n    - {root: ./r, namespace: x}\n    - {root: ./r, namespace: y}\n';
const NESTED = 'extensions:\n  roots:\n    - ./r\n    - ./r/s\n';
const INNER_FIRST = 'extensions:\n  roots:\n    - ./r/s\n    - ./r\n';
const MAP = 'id_map:\n  overrides: ./map.yaml\n';

function load(files: Readonly<Record<string, string>>): Workspace {
  return workspaceOfFiles(new Map(Object.entries(files)));
}

/** What becomes of each module: its place in the order of registration, or the stage that loses it. */
function modulesOf({ lookup }: Workspace): Record<string, number | string | undefined> {
  const all = discoveryRuns(lookup).flatMap(run => run.modules);
  return Object.fromEntries(all.map(each => [each.module.id, each.order ?? each.lost?.stage]));
}

function messagesOf(workspace: Workspace, rule: string): string[] {
  const all = [...workspace.paths()].flatMap(path => workspace.findings(path));
  return all.filter(({ code }) => code === rule).map(({ message }) => message);
}

describe('a module file below several roots (formats 2.2, 2.4)', () => {
  it('is a module under each namespace', () => {
    const workspace = load({ 'apcore.yaml': SAME, 'r/a.py': M, 'r/b.py': M, 'r/b_meta.yaml': needs('y.a') });
    assert.deepEqual(modulesOf(workspace), { 'x.a': 1, 'y.a': 2, 'x.b': 3, 'y.b': 4 });
    assert.deepEqual(answers.names(workspace.lookup), ['x.a', 'x.b', 'y.a', 'y.b']);
    const needed = answers.dependants?.('y.a', workspace.lookup).map(({ name }) => name);
    assert.deepEqual(needed, ['x.b', 'y.b']);
  });

  it('is a module for the inner and for the outer root', () => {
    const workspace = load({ 'apcore.yaml': NESTED, 'r/s/a.py': M, 'r/b.py': M });
    assert.deepEqual(modulesOf(workspace), { 'r.b': 1, 'r.s.a': 2, 's.a': 3 });
  });

  it('may be too deep for the outer root alone, which is no loss', () => {
    const workspace = load({ 'apcore.yaml': `${NESTED}  max_depth: 2\n`, 'r/s/d/a.py': M, 'r/b.py': M });
    assert.deepEqual(modulesOf(workspace), { 'r.b': 1, 's.d.a': 2 });
    assert.deepEqual(messagesOf(workspace, 'module/scan'), []);
  });

  it('is lost under all of its ids, and that is said', () => {
    const workspace = load({ 'apcore.yaml': SAME, 'r/a.py': moduleText({ description: '' }) });
    assert.deepEqual(modulesOf(workspace), { 'x.a': 'validation', 'y.a': 'validation' });
    const [message] = messagesOf(workspace, 'module/invalid');
    assert.match(message ?? '', /so 'x\.a' and 'y\.a' are not registered$/);
  });

  it('is found in the default root where `extensions.root` is empty', () => {
    const workspace = load({ 'apcore.yaml': 'extensions:\n  root: ""\n', 'extensions/a.py': M });
    assert.deepEqual(modulesOf(workspace), { a: 1 });
  });

  it('is one module where the ID map gives it an id', () => {
    const map = 'mappings:\n  - {file: a.py, id: m}\n';
    const workspace = load({ 'apcore.yaml': SAME + MAP, 'map.yaml': map, 'r/a.py': M, 'r/b.py': M });
    assert.deepEqual(modulesOf(workspace), { m: 1, 'x.b': 2, 'y.b': 3 });
  });

  it('has the name in the ID map that the first of its roots gives it', () => {
    const map = 'mappings:\n  - {file: a.py, id: m}\n';
    const files = { 'map.yaml': map, 'r/s/a.py': M };
    const outer = load({ ...files, 'apcore.yaml': NESTED + MAP });
    assert.deepEqual(modulesOf(outer), { 'r.s.a': 1, 's.a': 2 });
    assert.match(messagesOf(outer, 'module/id-map').join(), /where it is 's\/a\.py'/);
    const inner = load({ ...files, 'apcore.yaml': INNER_FIRST + MAP });
    assert.deepEqual(modulesOf(inner), { m: 1 });
    assert.deepEqual(messagesOf(inner, 'module/id-map'), []);
  });

  it('gives way to a file of the same id below a later root, with its companion', () => {
    const roots = 'extensions:\n  roots:\n    - ./r\n    - {root: ./q, namespace: r.s}\n';
    const workspace = load({
      'apcore.yaml': roots,
      'r/s/a.py': moduleText({ version: '1.0.0' }),
      'r/s/a_meta.yaml': needs('nowhere'),
      'q/a.py': moduleText({ version: '2.0.0' }),
    });
    const [run] = discoveryRuns(workspace.lookup);
    assert.deepEqual(
      run?.modules.map(({ module, order }) => [module.fact.file.path, order]),
      [
        ['q/a.py', 1],
        ['r/s/a.py', undefined],
      ],
    );
    assert.equal(run.aborted, undefined);
  });

  it('leaves open which of two files of one root an ID belongs to, if they differ', () => {
    const map = 'mappings:\n  - {file: a.py, id: m}\n  - {file: b.py, id: m}\n';
    const workspace = load({
      'apcore.yaml': `extensions:\n  root: ./r\n${MAP}`,
      'map.yaml': map,
      'r/a.py': moduleText({ version: '1.0.0' }),
      'r/b.py': moduleText({ version: '2.0.0' }),
    });
    const [module] = answers.list(undefined, workspace.lookup);
    assert.deepEqual([module?.fields['outcome'], module?.fields['version']], ['registered', null]);
  });

  it('serves two discoveries', () => {
    const workspace = load({
      'one/apcore.yaml': 'extensions:\n  root: ../r\n',
      'two/apcore.yaml': 'extensions:\n  root: ../r\n  max_depth: 1\n',
      'r/a.py': M,
      'r/d/b.py': M,
    });
    const all = discoveryRuns(workspace.lookup).map(run => run.modules.map(({ module }) => module.id));
    assert.deepEqual(all, [['a', 'd.b'], ['a']]);
  });

  it('follows its roots when they change', () => {
    const workspace = load({ 'apcore.yaml': SAME, 'r/a.py': M });
    workspace.apply(new Map([['apcore.yaml', { text: SAME.replace('y}', 'z}'), open: true }]]));
    assert.deepEqual(modulesOf(workspace), { 'x.a': 1, 'z.a': 2 });
  });
});
