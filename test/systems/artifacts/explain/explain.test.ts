import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { explain } from '../../../../server/src/features/explain/explain';
import { loadWorkspace } from '../../../../server/src/host/disk-files';
import { Workspace } from '../../../../server/src/workspace';
import { workspaceOfFiles } from '../../../support/fixture';
import { anyArtifactFile } from '../../../support/generated-artifacts';
import { judgeArtifact, namesIn } from './explanation-judge';
import { tries } from '../../../support/seed';

const CORPUS = path.join(import.meta.dirname, '..', '..', '..', 'corpus');

const RUNS = tries(2000);

/** Of a registry whose paths begin above the folder that is open, the documents say nothing. */
const BEYOND = new Set(['artifacts-part-open']);

/** With how many of the explanations were of something that is known. */
function checkAll(workspace: Workspace, files: ReadonlyMap<string, string>, names: Iterable<string>): number {
  let judged = 0;
  for (const name of [...names, 'nobody', 'nobody@1.0.0']) {
    const [said] = explain(workspace, name, { mode: 'automatic', profile: 'isolated' }, 'artifact');
    if (said === undefined) continue;
    assert.deepEqual(judgeArtifact(said, name, workspace, files), []);
    if (said.trace.length > 0) judged++;
  }
  return judged;
}

describe('explanations of artifacts', () => {
  it('are right by a loader written from the documents, in generated repositories', () => {
    let judged = 0;
    fc.assert(
      fc.property(fc.array(anyArtifactFile, { maxLength: 14 }), files => {
        const texts = new Map(files);
        judged += checkAll(workspaceOfFiles(texts, { rules: [] }), texts, namesIn(texts));
      }),
      { numRuns: RUNS },
    );
    assert.ok(judged > RUNS / 2, `${judged} judged`);
  }).timeout(600_000);

  for (const { name } of fs
    .readdirSync(CORPUS, { withFileTypes: true })
    .filter(each => each.isDirectory() && !BEYOND.has(each.name)))
    it(`are right by it in the sample repository ${name}`, async () => {
      const root = path.join(CORPUS, name);
      const readText = (at: string): string => fs.readFileSync(path.join(root, at), 'utf8');
      const workspace = new Workspace({ rules: [], readText });
      await loadWorkspace(workspace, root);
      const texts = new Map([...workspace.allPaths()].map(at => [at, readText(at)]));
      const names = workspace.answers.find(({ kind }) => kind === 'artifact')!.names(workspace.lookup);
      checkAll(workspace, texts, [...names, ...namesIn(texts)]);
    });
});
