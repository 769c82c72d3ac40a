import assert from 'node:assert/strict';
import { moduleText, needs } from './module-text';
import { dependencyStatusOf } from '../../../server/src/systems/modules/public';
import { isDependency } from '../../../server/src/systems/modules/facts';
import { Workspace } from '../../../server/src/workspace';
import { isLong } from '../../support/seed';

/** Each module needs three others of its pack of 100 that come before it, so that there is no circle. */
function repository(count: number): Map<string, string> {
  const files = new Map<string, string>();
  const text = moduleText();
  for (let i = 0; i < count; i++) {
    files.set(`${path(i)}.py`, text);
    const before = Math.min(i % 100, 3);
    const targets = Array.from({ length: before }, (_, k) => id(i - (i % 100) + ((i * 7 + k * 31) % (i % 100 || 1))));
    files.set(`${path(i)}_meta.yaml`, needs(...new Set(targets)));
  }
  return files;
}

function path(i: number): string {
  return `extensions/pack${Math.floor(i / 100)}/m${i % 100}`;
}

function id(i: number): string {
  return `pack${Math.floor(i / 100)}.m${i % 100}`;
}

function load(count: number): Workspace {
  const workspace = new Workspace();
  workspace.takeChanges(new Map([...repository(count)].map(([at, text]) => [at, { text, open: false }])));
  workspace.complete();
  workspace.check();
  return workspace;
}

/** Ten thousand in `npm run test:long`; that work does not grow shows among fewer as well. */
const MANY = isLong ? 10_000 : 1000;

describe('what becomes of a dependency', () => {
  it('is found out once, however many rules ask', () => {
    const workspace = load(10);
    const dependencies = workspace.file(`${path(9)}_meta.yaml`)!.facts.filter(isDependency);
    let asked = 0;
    const { lookup } = workspace;
    const counting = {
      ...lookup,
      providers: (...key: Parameters<typeof lookup.providers>) => (asked++, lookup.providers(...key)),
    };
    const statuses = dependencies.map(each => dependencyStatusOf(each, counting as typeof lookup)?.status.status);
    assert.deepEqual(statuses, ['met', 'met', 'met']);
    assert.equal(asked, 0);
  });
});

describe(`${MANY} modules with three dependencies each`, () => {
  it('cost an edit no more work than a hundred do', () => {
    const [small, large] = [load(100), load(MANY)];
    const nothing = needs();
    for (const text of ['# nothing\n', needs(id(99)), needs(id(50)), nothing, needs('nope'), 'version: "2.0.0"\n']) {
      assert.deepEqual(edit(large, text), edit(small, text), text);
      const codes = (workspace: Workspace) => workspace.findings(`${path(0)}_meta.yaml`).map(({ code }) => code);
      assert.deepEqual(codes(large), codes(small));
      if (text === needs(id(99))) assert.deepEqual(codes(large), ['module/dependency-cycle']);
    }
  });
});

/** What it takes to check an edit of the module that most of its pack needs. */
function edit(workspace: Workspace, text: string): { rules: number; subjects: number; files: number } {
  const before = { ...workspace.work };
  workspace.apply(new Map([[`${path(0)}_meta.yaml`, { text, open: true }]]));
  const { rulesRun, subjectsChecked, filesRead } = workspace.work;
  return {
    rules: rulesRun - before.rulesRun,
    subjects: subjectsChecked - before.subjectsChecked,
    files: filesRead - before.filesRead,
  };
}
