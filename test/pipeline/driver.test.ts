import assert from 'node:assert/strict';
import { FactParts } from '../../server/src/model/fact-parts';
import type { Fact } from '../../server/src/model/fact';
import { Part } from '../../server/src/model/fact';
import type { FileState } from '../../server/src/pipeline/files';
import { unreadable } from '../../server/src/rules/registry/unreadable';
import type { Rule } from '../../server/src/rules/rule';
import type { System } from '../../server/src/systems/system';
import { Workspace } from '../../server/src/workspace';
import type { Key } from '../../server/src/model/lookup';

/** A toy system: a line `name = value` defines a name, `> name` reads it, `!` is damage. */
const LINES: System = {
  name: 'lines',
  headers: new Set(),
  claims: path => path.endsWith('.toy'),
  read({ text, file }, out) {
    let offset = 0;
    for (const line of text.split('\n')) {
      const span = { start: offset, end: offset + line.length };
      const [name, value] = line.split(' = ');
      if (line === '!')
        out.problem({ code: 'toy/damage', span: { start: offset, end: offset + 1 }, message: 'damage', damage: true });
      else if (line.startsWith('> ')) out.fact({ kind: 'use', name: line.slice(2), file }, new FactParts(span));
      else if (name && value)
        out.fact(
          { kind: 'def', name, file, value } as Fact,
          new FactParts(span, { start: offset, end: offset + name.length }),
        );
      offset += line.length + 1;
    }
  },
  keys(fact, index) {
    if (fact.kind === 'def') index.provides(nameKey(fact.name));
    else index.reads(nameKey(fact.name));
  },
};

const nameKey = (name: string) => `name:${name}` as Key;

const doc = { severity: 'warning', summary: '', why: '', remedy: '', bad: '', good: '' } as const;
const RULES: Rule[] = [
  {
    ...doc,
    code: 'toy/missing',
    over: 'key',
    kind: 'name',
    *check(name, lookup) {
      if (lookup.providers(nameKey(name)).length > 0) return;
      for (const fact of lookup.readers(nameKey(name))) yield { at: { fact, part: Part.whole }, message: `no ${name}` };
    },
  },
  {
    ...doc,
    code: 'toy/twice',
    over: 'key',
    kind: 'name',
    *check(name, lookup) {
      const [first, ...others] = lookup.providers(nameKey(name));
      for (const fact of others)
        yield {
          at: { fact, part: Part.name },
          message: `${name} again`,
          related: [{ at: { fact: first!, part: Part.name }, message: 'first' }],
        };
    },
  },
  {
    ...doc,
    code: 'toy/damage',
    over: 'file',
    *check(file) {
      for (const { span, message } of file.problems) yield { at: { file, span }, message };
    },
  },
];

function workspaceOf(files: Record<string, string>): Workspace {
  const workspace = new Workspace({ systems: [LINES], rules: RULES });
  workspace.takeChanges(new Map(Object.entries(files).map(([path, text]) => [path, { text, open: false }])));
  workspace.complete();
  workspace.check();
  workspace.takeChangedPaths();
  return workspace;
}

function edit(workspace: Workspace, path: string, text: string | undefined, open = true): void {
  workspace.apply(new Map([[path, text === undefined ? undefined : { text, open }]]));
}

function shown(workspace: Workspace, path: string): string[] {
  return workspace.findings(path).map(f => `${f.span.start} ${f.code} ${f.message}`);
}

describe('driver', () => {
  it('joins files by key', () => {
    const workspace = workspaceOf({ 'a.toy': 'x = 1', 'b.toy': 'x = 2\n> y' });
    assert.deepEqual(shown(workspace, 'b.toy'), ['0 toy/twice x again', '6 toy/missing no y']);
    assert.equal(workspace.findings('b.toy')[0]?.related[0]?.path, 'a.toy');
  });

  it('replaces findings of other files exactly when a key changes', () => {
    const workspace = workspaceOf({ 'a.toy': 'x = 1', 'b.toy': '> x' });
    edit(workspace, 'a.toy', 'y = 1');
    assert.deepEqual(shown(workspace, 'b.toy'), ['0 toy/missing no x']);
    assert.deepEqual([...workspace.takeChangedPaths()].sort(), ['a.toy', 'b.toy']);
    edit(workspace, 'a.toy', 'x = 1');
    assert.deepEqual(shown(workspace, 'b.toy'), []);
  });

  it('checks nothing when text moves and facts stay equal', () => {
    const workspace = workspaceOf({ 'a.toy': 'x = 1\n> z', 'b.toy': 'x = 2' });
    const before = workspace.work.subjectsChecked;
    edit(workspace, 'a.toy', '\n\nx = 1\n> z');
    assert.equal(workspace.work.subjectsChecked, before);
    assert.deepEqual(shown(workspace, 'a.toy'), ['8 toy/missing no z']);
  });

  it('leaves nothing behind when a folder is deleted', () => {
    const workspace = workspaceOf({ 'd/a.toy': 'x = 1\n> q', 'd/e/b.toy': '> x', 'c.toy': '> x' });
    edit(workspace, 'd', undefined);
    assert.deepEqual([...workspace.paths()], ['c.toy']);
    assert.deepEqual(shown(workspace, 'c.toy'), ['0 toy/missing no x']);
  });

  it('holds back what needs the whole repository until it is read', () => {
    const workspace = new Workspace({ systems: [LINES], rules: RULES });
    edit(workspace, 'a.toy', '> x');
    assert.deepEqual(shown(workspace, 'a.toy'), []);
    workspace.complete();
    workspace.check();
    assert.deepEqual(shown(workspace, 'a.toy'), ['0 toy/missing no x']);
  });

  it('holds to the last intact text while an open file is damaged', () => {
    const workspace = workspaceOf({ 'a.toy': 'x = 1\ny = 1', 'b.toy': '> x\n> z' });
    edit(workspace, 'a.toy', 'x = 1\ny = 1');
    edit(workspace, 'a.toy', '!\ny = 1');
    assert.deepEqual(shown(workspace, 'b.toy'), ['4 toy/missing no z']);
    assert.deepEqual(shown(workspace, 'a.toy'), ['0 toy/damage damage']);
    edit(workspace, 'a.toy', 'y = 1');
    assert.deepEqual(shown(workspace, 'b.toy'), ['0 toy/missing no x', '4 toy/missing no z']);
  });

  it('holds to what the disk said when a file is opened damaged', () => {
    const workspace = workspaceOf({ 'a.toy': 'x = 1', 'b.toy': '> x' });
    edit(workspace, 'a.toy', '!');
    assert.deepEqual(shown(workspace, 'b.toy'), []);
  });

  it('checks one file before the others when asked to', () => {
    const workspace = workspaceOf({ 'a.toy': 'x = 1', 'b.toy': '> x', 'c.toy': '> x\n> q' });
    workspace.takeChanges(new Map([['c.toy', { text: '> x\n> r', open: true }], ['a.toy', { text: '', open: false }]])); // prettier-ignore
    workspace.checkFile('c.toy');
    assert.deepEqual(shown(workspace, 'c.toy'), ['0 toy/missing no x', '4 toy/missing no r']);
    assert.equal(workspace.check(), true);
    assert.deepEqual(shown(workspace, 'b.toy'), ['0 toy/missing no x']);
  });

  it('lets a keystroke wait for what many files share only where its own file shows something of it', () => {
    const users = Array.from({ length: 200 }, (_, i) => [`u${i}.toy`, '> x'] as const);
    const workspace = workspaceOf({ 'a.toy': 'x = 1\n> q', ...Object.fromEntries(users) });
    const always = { spare: () => true, own: () => true };
    const type = (path: string, text: string): boolean => {
      workspace.takeChanges(new Map([[path, { text, open: true }]]));
      return workspace.checkEdited(path, always);
    };
    assert.equal(type('a.toy', 'x1 = 1\n> r'), false);
    assert.deepEqual(shown(workspace, 'a.toy'), ['7 toy/missing no r']);
    assert.deepEqual(shown(workspace, 'u7.toy'), []);
    assert.equal(workspace.check(), true);
    assert.deepEqual(shown(workspace, 'u7.toy'), ['0 toy/missing no x']);
    assert.equal(type('u7.toy', '\n> x\ny = 1'), true);
    assert.deepEqual(shown(workspace, 'u7.toy'), ['1 toy/missing no x']);
    assert.equal(type('u7.toy', '\n> x2'), false);
    assert.deepEqual(shown(workspace, 'u7.toy'), ['1 toy/missing no x2']);
  });

  it('lets no keystroke wait for what others change about facts that its own file still has', () => {
    const users = Array.from({ length: 200 }, (_, i) => [`u${i}.toy`, '> x'] as const);
    const workspace = workspaceOf({ 'a.toy': '', ...Object.fromEntries(users) });
    const type = (text: string): boolean => {
      workspace.takeChanges(new Map([['u7.toy', { text, open: true }]]));
      return workspace.checkEdited('u7.toy', { spare: () => true, own: () => true });
    };
    type('> x\n> y');
    workspace.takeChanges(new Map([['a.toy', { text: 'x = 1', open: false }]]));
    assert.equal(type('> x\n> z'), false);
    assert.deepEqual(shown(workspace, 'u7.toy'), ['0 toy/missing no x', '4 toy/missing no z']);
    assert.equal(workspace.check(), true);
    assert.deepEqual(shown(workspace, 'u7.toy'), ['4 toy/missing no z']);
  });

  it('lets no keystroke wait for what was touched before it', () => {
    const workspace = workspaceOf({ 'a.toy': '', 'u.toy': '> x' });
    const type = (text: string): boolean => {
      workspace.takeChanges(new Map([['u.toy', { text, open: true }]]));
      return workspace.checkEdited('u.toy', { spare: () => true, own: () => true });
    };
    assert.equal(type('> x\n> y'), true);
    const others = Array.from({ length: 100 }, (_, i) => [`o${i}.toy`, { text: `> o${i}`, open: false }] as const);
    workspace.takeChanges(new Map([['a.toy', { text: 'x = 1', open: false }], ...others]));
    const before = workspace.work.subjectsChecked;
    assert.equal(type('> x\n> z'), false);
    assert.ok(workspace.work.subjectsChecked - before < 5);
    assert.deepEqual(shown(workspace, 'u.toy'), ['0 toy/missing no x', '4 toy/missing no z']);
    assert.equal(workspace.check(), true);
    assert.deepEqual(shown(workspace, 'u.toy'), ['4 toy/missing no z']);
  });

  it('remembers where the places are that an edited file names, and no others', () => {
    const names = Array.from({ length: 50 }, (_, i) => `n${i}`);
    const workspace = workspaceOf({ 'a.toy': names.map(name => `${name} = 1`).join('\n'), 'b.toy': '' });
    const named = (): number | undefined => (workspace.file('b.toy') as FileState).relatedPlaces?.size;
    for (const name of names) {
      edit(workspace, 'b.toy', `${name} = 1\nn0 = 2`);
      assert.deepEqual(
        [shown(workspace, 'b.toy').length, workspace.findings('b.toy')[0]!.related.length, named()],
        [2, 1, 2],
      );
    }
    edit(workspace, 'b.toy', 'n1 = 1', false);
    assert.deepEqual([shown(workspace, 'b.toy').length, named()], [1, undefined]);
  });

  it('finds places that an edited file names anew only where they may have moved', () => {
    const workspace = workspaceOf({ 'a.toy': 'x = 1', 'b.toy': '' });
    const related = (text: string) => {
      edit(workspace, 'b.toy', text);
      return workspace.findings('b.toy').find(({ code }) => code === 'toy/twice')!.related;
    };
    const before = related('x = 2');
    assert.equal(related('\nx = 2'), before);
    edit(workspace, 'a.toy', '\nx = 1', false);
    assert.deepEqual(related('\nx = 2'), [{ path: 'a.toy', span: { start: 1, end: 2 }, message: 'first' }]);
    assert.deepEqual(related('x = 2\nx = 3'), [{ path: 'a.toy', span: { start: 1, end: 2 }, message: 'first' }]);
  });

  it('costs by what is touched, not by the size of the repository', () => {
    const work = (files: number) => {
      const texts = Object.fromEntries(
        Array.from({ length: files }, (_, i) => [`f${i}.toy`, `n${i} = 1\n> n${i + 1}`]),
      );
      const workspace = workspaceOf(texts);
      const before = { ...workspace.work };
      edit(workspace, 'f3.toy', 'm = 1\n> n4');
      return workspace.work.rulesRun - before.rulesRun;
    };
    assert.equal(work(1000), work(10));
  });
});

describe('a file that cannot be read', () => {
  const withRegistry: System = { ...LINES, expectsRegistry: path => path === 'a.toy' };
  const workspaceWith = (path: string): Workspace => {
    const workspace = new Workspace({ systems: [withRegistry], rules: [unreadable] });
    const change = { text: 'x = \uFFFD', open: false, unreadable: { message: 'not UTF-8', offset: 4 } };
    workspace.takeChanges(new Map([[path, change]]));
    workspace.complete();
    workspace.check();
    return workspace;
  };

  it('is a finding of a registry, where the trouble begins', () => {
    const workspace = workspaceWith('a.toy');
    assert.deepEqual(shown(workspace, 'a.toy'), ['4 registry/unreadable not UTF-8']);
    edit(workspace, 'a.toy', 'x = 1', false);
    assert.deepEqual(shown(workspace, 'a.toy'), []);
  });

  it('is silently incomplete elsewhere', () => {
    const workspace = workspaceWith('b.toy');
    assert.deepEqual(shown(workspace, 'b.toy'), []);
    assert.equal(workspace.file('b.toy')?.incomplete, true);
  });
});
