import assert from 'node:assert/strict';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import { effectiveVersion } from '../../../server/src/systems/modules/resolve/effective-version';
import { workspaceOfFiles } from '../../support/fixture';
import type { Workspace } from '../../../server/src/workspace';
import { moduleText } from './module-text';

const TWO_ROOTS = `extensions:
  roots:
    - {root: ./r1, namespace: a}
    - {root: ./r2, namespace: b}
id_map:
  overrides: ./map.yaml
`;

function load(files: Readonly<Record<string, string>>): Workspace {
  return workspaceOfFiles(new Map(Object.entries(files)));
}

/** A module of the first root has the id of a file of the second one, which is no module but has a companion. */
function sharedId(plain: string, companion: string): { outcome?: string; version?: string; aborted?: string } {
  const { lookup } = load({
    'apcore.yaml': TWO_ROOTS,
    'map.yaml': 'mappings:\n- {file: m.py, id: b.n}\n',
    'r1/m.py': moduleText({ name: 'A' }),
    'r2/n.py': plain,
    'r2/n_meta.yaml': companion,
  });
  const [run] = discoveryRuns(lookup);
  const found = run?.modules[0];
  const version = found && effectiveVersion(found.module, lookup);
  return { outcome: found?.outcome ?? 'none', version: version ?? 'none', aborted: run?.aborted?.code ?? 'none' };
}

function findingsOf(text: string, companion?: string): string[] {
  const workspace = load({
    'apcore.yaml': 'extensions:\n  root: ./plugins\n',
    'plugins/m.py': text,
    'plugins/z.py': moduleText(),
    ...(companion === undefined ? {} : { 'plugins/m_meta.yaml': companion }),
  });
  const all = ['plugins/m.py', 'plugins/m_meta.yaml'].flatMap(path => workspace.findings(path));
  return all.filter(({ code }) => code === 'module/entry-point').map(({ severity }) => severity);
}

describe('files without the words of modules (formats 2.6)', () => {
  it('leave their companion to the module that has their id', () => {
    for (const plain of ['X = 1\n', 'class Foo: ...\n', 'import nowhere_at_all\n']) {
      const registered = { outcome: 'registered', version: '2.2.2', aborted: 'none' };
      assert.deepEqual(sharedId(plain, 'version: "2.2.2"\n'), registered, plain);
      assert.equal(sharedId(plain, 'examples: [{}]\n').aborted, 'KeyError', plain);
      assert.equal(sharedId(plain, 'entry_point: n:Nope\n').outcome, 'skipped', plain);
    }
  });

  it('may hold the module themselves, which cannot be told', () => {
    for (const plain of ['from lib import Base\nclass A(Base): ...\n', '@made\nclass A: ...\n'])
      assert.equal(sharedId(plain, 'version: "2.2.2"\n').outcome, 'cannot tell', plain);
  });

  it('have no module, which is said also where they have classes', () => {
    const texts = ['import enum\nclass C(enum.Enum):\n    A = 1\n', 'try:\n    1 / 0\nexcept KeyError:\n    pass\n'];
    for (const text of texts) assert.deepEqual(findingsOf(text), ['info'], text);
    for (const text of ['from lib import Base\nclass A(Base): ...\n', 'from lib import A\n'])
      assert.deepEqual(findingsOf(text, 'entry_point: m:A\n'), [], text);
    assert.deepEqual(findingsOf('class Foo: ...\n', 'entry_point: m:A\n'), ['error']);
  });

  it('and classes that a name may not stand for are not blamed for what they lack', () => {
    const text = moduleText().replace('class Module', 'exec("x = 1")\nclass Module');
    const workspace = load({ 'extensions/m.py': text });
    const messages = workspace.findings('extensions/m.py').filter(({ code }) => code === 'module/invalid');
    assert.deepEqual(messages, []);
    assert.equal(discoveryRuns(workspace.lookup)[0]?.modules[0]?.outcome, 'cannot tell');
  });

  it('are no dependency that is met, unless a class may inherit everything', () => {
    const needing = (plain: string): string[] =>
      load({
        'apcore.yaml': 'extensions:\n  root: ./plugins\n',
        'plugins/needed.py': plain,
        'plugins/z.py': moduleText(),
        'plugins/z_meta.yaml': 'dependencies: [{module_id: needed}]\n',
      })
        .findings('plugins/z_meta.yaml')
        .map(({ severity, message }) => `${severity}: ${message.split(/[,;]/)[0]}`);
    const lost = "error: 'needed' counts as missing";
    assert.deepEqual(needing('X = 1\nclass Foo:\n    pass\n'), [lost]);
    assert.deepEqual(needing('X = 1\n'), [lost]);
    assert.deepEqual(needing('from lib import Base\nclass A(Base): ...\n'), ["warning: Whether 'needed' is registered cannot be told: whether there is a module 'needed' is not in sight"]); // prettier-ignore
  });

  it('leaves open what becomes of an import in a `try` whose file fails otherwise than by missing', () => {
    const outcome = (helper: string): string | undefined => {
      const text = `try:\n    from helper import x\nexcept ImportError:\n    x = None\n${moduleText()}`;
      const { lookup } = load({
        'apcore.yaml': 'extensions:\n  root: ./plugins\n',
        'helper.py': helper,
        'plugins/m.py': text,
      });
      return discoveryRuns(lookup)[0]?.modules[0]?.outcome;
    };
    assert.equal(outcome('x = 1\n'), 'registered');
    assert.equal(outcome('y = 1\n'), 'registered');
    for (const helper of [
      'raise ValueError("x")\n',
      'def f(x: Dict): pass\n',
      'x = 1\nfrom __future__ import annotations\n',
    ])
      assert.equal(outcome(helper), 'cannot tell', helper);
  });
});
