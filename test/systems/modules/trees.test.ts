import assert from 'node:assert/strict';
import { lineAt } from '../../../server/src/base/text';
import { discoveryRuns } from '../../../server/src/systems/modules/resolve/discovery';
import { checkInvariants, workspaceOfFiles } from '../../support/fixture';
import { TREES, type Tree } from './trees';

describe('discovery of modules', () => {
  for (const tree of TREES) it(tree.name, () => check(tree));
});

function check({ files, aborted, modules, findings }: Tree): void {
  const texts = new Map(Object.entries(files));
  const workspace = workspaceOfFiles(texts);
  const found = [...workspace.paths()].flatMap(path => workspace.findings(path));
  checkInvariants(found, texts);
  const lines = found
    .filter(({ severity }) => severity !== 'hint')
    .map(({ path, span, code }) => `${path}:${lineAt(workspace.lineStarts(path)!, span.start) + 1} ${code}`);
  assert.deepEqual([...new Set(lines)].sort(), [...findings].sort());
  const all = discoveryRuns(workspace.lookup);
  const first = all.find(run => run.aborted !== undefined)?.aborted;
  assert.equal(first?.unknown === undefined ? first?.code : 'one of several', aborted);
  const outcomes = all.flatMap(run =>
    run.modules.map(each => [each.module.id, each.order ?? each.lost?.stage] as const),
  );
  // Of files with one id, what becomes of the first is compared.
  assert.deepEqual(Object.fromEntries([...outcomes].reverse()), modules);
}
