import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadWorkspace } from '../../../server/src/host/disk-files';
import type { Context } from '../../../server/src/model/explanation';
import { answers } from '../../../server/src/systems/steps/answers/answers';
import { explainStep } from '../../../server/src/systems/steps/explain/explain';
import { workspacesOf } from '../../../server/src/systems/steps/define/workspaces';
import { Workspace } from '../../../server/src/workspace';
import { someOf } from '../../support/seed';
import { checkExplanation } from './explain/explanation-checker';

const TEST = path.join(import.meta.dirname, '..', '..');
const CORPUS = path.join(TEST, 'corpus');
const FOLDERS = fs.readdirSync(CORPUS, { withFileTypes: true }).filter(entry => entry.isDirectory());
const ROOTS = [...FOLDERS.map(({ name }) => path.join(CORPUS, name)), path.join(TEST, '..', 'examples')];

describe('explanations of the sample repositories', () => {
  for (const root of ROOTS)
    it(`${path.basename(root)}: are right by the independent checker`, async () => {
      const workspace = new Workspace({ rules: [], readText: at => fs.readFileSync(path.join(root, at), 'utf8') });
      await loadWorkspace(workspace, root);
      const { lookup } = workspace;
      for (const name of [...someOf([...answers.names(lookup)], 3), 'NoSuchStep'])
        for (const context of contexts(workspacesOf(lookup).map(({ id }) => id)))
          assert.deepEqual(
            checkExplanation(explainStep(name, context, lookup), context, lookup),
            [],
            `${name} ${JSON.stringify(context)}`,
          );
    });
});

function* contexts(workspaces: readonly string[]): Iterable<Context> {
  for (const profile of ['isolated', 'hybrid', 'intelligent'] as const) {
    yield { profile, mode: 'automatic' };
    for (const workspace of workspaces) {
      yield { profile, mode: 'automatic', workspace };
      yield { profile, mode: 'strict', workspace, framework: 'xgboost', environment: ['development'] };
    }
  }
}
