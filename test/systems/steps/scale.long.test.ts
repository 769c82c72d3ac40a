import assert from 'node:assert/strict';
import { Workspace } from '../../../server/src/workspace';
import { benchRepository, coreSteps, SHARED_STEP } from '../../bench/repositories';

const CORE = 16;

/** What an edit and its undoing cost in work that can be counted, with everything that they touch. */
function workOf(workspaces: number): Record<string, object> {
  const size = { workspaces, rows: 20, core: CORE };
  const { files, edited } = benchRepository(size, 40);
  const workspace = new Workspace({ readText: path => files.get(path) });
  for (const [path, text] of files) workspace.takeChanges(new Map([[path, { text, open: path === edited }]]));
  workspace.complete();
  workspace.check();
  const text = files.get(edited)!;
  const costs = (change: (text: string) => string): object => {
    const before = { ...workspace.work };
    const changed = change(text);
    assert.notEqual(changed, text);
    for (const next of [changed, text]) {
      workspace.takeChanges(new Map([[edited, { text: next, open: true }]]));
      workspace.check();
    }
    const { work } = workspace;
    return {
      filesRead: work.filesRead - before.filesRead,
      subjectsChecked: work.subjectsChecked - before.subjectsChecked,
      rulesRun: work.rulesRun - before.rulesRun,
    };
  };
  return {
    'a value': costs(each => each.replace('"framework": "pandas"', '"framework": "polars"')),
    'a key': costs(each => each.replace('LOCAL_STEPS = {\n', 'LOCAL_STEPS = {\n    "NewStep": {},\n')),
    'a line': costs(each => each.replace('\n\n', '\n\n\n')),
    damage: costs(each => each.replace('"framework": "pandas"', '"framework": "pandas')),
    'a step of all': costs(each => each.replace(`"${SHARED_STEP}": {`, `"${SHARED_STEP}Two": {`)),
    'a core step that all override': costs(each => each.replace(`"${coreSteps(size)[0]!}": {`, '"Nobodys": {')),
  };
}

describe('an edit of a registry', () => {
  it('costs the same work among five workspaces and among a hundred', () => {
    assert.deepEqual(workOf(100), workOf(5));
  });
});
