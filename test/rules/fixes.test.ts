import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/features/edit/text-edit';
import { fileEditsOf } from '../../server/src/features/edit/fixes';
import type { Fix } from '../../server/src/model/fix';
import { RULES } from '../../server/src/rules/index';
import type { Workspace } from '../../server/src/workspace';
import { foretell, parseFixture, workspaceOfFiles } from '../support/fixture';

/** What stands behind a finding and is said once that is gone, since examples are no longer than they have to be. */
const BEHIND: ReadonlySet<string> = new Set([
  'artifact/commit-missing',
  'artifact/missing-path',
  'artifact/wip',
  'module/optional-dependency-missing',
  'step/missing-field',
  'workspace/missing-directory',
]);

describe('quick fixes of rules', () => {
  for (const rule of RULES) {
    if (rule.examplesRun === false) continue;
    it(`of ${rule.code} repair what its bad example marks`, async () => {
      const { files } = parseFixture(rule.bad);
      const workspace = await foretell(workspaceOfFiles(files));
      const before = said(workspace, files);
      for (const finding of [...files.keys()]
        .flatMap(path => workspace.findings(path))
        .filter(({ code }) => code === rule.code))
        for (const fix of finding.fixes) {
          const fixed = filesAfter(workspace, files, fix);
          if (fixed === undefined) continue;
          const after = said(await foretell(workspaceOfFiles(fixed)), fixed);
          assert.ok(
            (after.get(`${rule.code} ${finding.message}`) ?? 0) < (before.get(`${rule.code} ${finding.message}`) ?? 0),
            `'${fix.title}' repairs it: ${[...fixed.values()].join('\n')}`,
          );
          const added = [...after].filter(([each, count]) => count > (before.get(each) ?? 0)).map(([each]) => each);
          const others = added.filter(each => !BEHIND.has(each.split(' ', 1)[0]!));
          assert.deepEqual(others, [], `'${fix.title}' brings another`);
        }
    });
  }
});

/** How often each finding is said. */
function said(workspace: Workspace, files: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of files.keys())
    for (const { code, message } of workspace.findings(path))
      counts.set(`${code} ${message}`, (counts.get(`${code} ${message}`) ?? 0) + 1);
  return counts;
}

/** The files after a fix; nothing if it cannot be made. */
function filesAfter(
  workspace: Workspace,
  files: ReadonlyMap<string, string>,
  fix: Fix,
): Map<string, string> | undefined {
  const made = fileEditsOf(workspace, fix);
  if (made === undefined) return undefined;
  const fixed = new Map(files);
  for (const change of made) {
    const old = files.get(change.path) ?? '';
    if ('edits' in change) fixed.set(change.path, applyEdits(old, change.edits));
    else if ('create' in change) fixed.set(change.path, change.create);
    else {
      fixed.delete(change.path);
      fixed.set(change.rename, old);
    }
  }
  return fixed;
}
