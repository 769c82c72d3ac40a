import assert from 'node:assert/strict';
import fc from 'fast-check';
import { counterfactualsOf } from '../../../../server/src/systems/steps/explain/counterfactuals';
import { explainStep } from '../../../../server/src/systems/steps/explain/explain';
import { resolveStep } from '../../../../server/src/systems/steps/resolve/resolve';
import { workspaceOfFiles } from '../../../support/fixture';
import { anyFile } from '../../../support/generated-repository';
import { checkExplanation } from './explanation-checker';
import { anyContext, anyRepository, edited, filesOf } from '../generated-registries';
import { workspaceWith } from '../registry-files';
import { tries } from '../../../support/seed';

const name = fc.constantFrom('X', 'X', 'X', '__proto__', 'Bad Name', 'nowhere');

describe('explanations of generated repositories', () => {
  it('are right by the independent checker', () => {
    fc.assert(
      fc.property(anyRepository, anyContext, name, (repository, context, step) => {
        const { lookup } = workspaceWith(filesOf(repository));
        assert.deepEqual(checkExplanation(explainStep(step, context, lookup), context, lookup), []);
      }),
      { numRuns: tries(3000) },
    );
  });

  it('say edits that do what they say when they are made in the files', () => {
    let tried = 0;
    fc.assert(
      fc.property(anyRepository, anyContext, name, (repository, context, step) => {
        const { lookup } = workspaceWith(filesOf(repository));
        const resolution = resolveStep(step, context, lookup);
        for (const { edits, winner } of counterfactualsOf(resolution, context, lookup)) {
          tried++;
          const after = edits.reduce((each, edit) => (edit.do === 'ask' ? each : edited(each, edit)), repository);
          const asked = edits.reduce((each, edit) => (edit.do === 'ask' ? edit.context : each), context);
          const { winner: now } = resolveStep(step, asked, workspaceWith(filesOf(after)).lookup);
          assert.notEqual(winner.definition, resolution.winner?.definition);
          assert.deepEqual(
            [now?.workspace, now?.scope],
            [winner.workspace, winner.scope],
            JSON.stringify(edits[0]!.do),
          );
        }
      }),
      { numRuns: tries(2000) },
    );
    assert.ok(tried > tries(500), `${tried} edits`);
  });

  it('are right where files are read as text', () => {
    const files = fc.array(anyFile, { maxLength: 8 });
    const step = fc.constantFrom('Load', 'Train', 'TrainX', '__proto__', 'Bad Name', 'Répartition', 'Trainn');
    fc.assert(
      fc.property(files, anyContext, step, (texts, context, asked) => {
        const { lookup } = workspaceOfFiles(new Map(texts), { rules: [] });
        assert.deepEqual(checkExplanation(explainStep(asked, context, lookup), context, lookup), []);
      }),
      { numRuns: tries(500) },
    );
  });

  it('do not depend on the order in which files arrive', () => {
    fc.assert(
      fc.property(anyRepository, anyContext, (repository, context) => {
        const files = filesOf(repository);
        const backwards = Object.fromEntries(Object.entries(files).reverse());
        const said = [files, backwards].map(each =>
          JSON.stringify(explainStep('X', context, workspaceWith(each).lookup), plain),
        );
        assert.equal(said[0], said[1]);
      }),
      { numRuns: tries(500) },
    );
  });
});

/** A fact as its place, since facts hold their file, which holds them. */
function plain(key: string, value: unknown): unknown {
  return key === 'fact'
    ? `${(value as { file: { path: string } }).file.path} ${(value as { name: string }).name}`
    : value;
}
