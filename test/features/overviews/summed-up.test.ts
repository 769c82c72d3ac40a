import assert from 'node:assert/strict';
import { fixActions } from '../../../server/src/features/edit/actions';
import { diagnostics, MOST_OF_A_RULE, summedUp } from '../../../server/src/features/overviews/summed-up';
import { workspaceOfFiles } from '../../support/fixture';

const PATH = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';

/** A registry with so many rows, each of which lacks its spec type; a last one has one. */
function registryOf(rows: number): string {
  const row = (name: string, type: string) =>
    `    "${name}": {"config_class": "${name}Config", "builder_step_name": "${name}StepBuilder", ${type}"sagemaker_step_type": "Processing", "description": "a"},\n`;
  const all = Array.from({ length: rows }, (_, i) => row(`Step${i}`, ''));
  return `LOCAL_STEPS = {\n${all.join('')}${row('Last', '"spec_type": "Last", ')}}\n`;
}

function lacking(rows: number) {
  const workspace = workspaceOfFiles(new Map([[PATH, registryOf(rows)]]));
  const of = (all: readonly { readonly code: string; readonly message: string }[]) =>
    all.filter(({ code }) => code === 'step/missing-field');
  return { workspace, all: workspace.findings(PATH), of };
}

describe('findings of one rule in one file', () => {
  it('are listed one by one where they are few', () => {
    const { all } = lacking(MOST_OF_A_RULE + 1);
    assert.equal(summedUp(all), all);
  });

  it('are summed up in one more where they are many', () => {
    const { workspace, all, of } = lacking(50);
    assert.equal(of(all).length, 50);
    const listed = of(summedUp(all));
    assert.equal(listed.length, MOST_OF_A_RULE + 1);
    assert.match(
      listed.at(-1)?.message ?? '',
      /^'Step20' has no spec_type: .* \(and 29 more findings of this rule in this file\)$/,
    );
    assert.deepEqual(of(diagnostics(workspace.findings(PATH), true)), listed);
  });

  it('are all fixed by what fixes all, and all silenced by a comment', () => {
    const { workspace, all } = lacking(50);
    const last = all.findLast(({ code }) => code === 'step/missing-field');
    assert.ok(last !== undefined);
    const fixAll = fixActions(workspace, PATH, last.span).find(({ title }) => title.startsWith('Fix all'));
    const [own] = fixAll?.edits() ?? [];
    assert.ok(own !== undefined && 'edits' in own);
    assert.equal(own.edits.length, 50);
    const text = `# registry: ignore-file[step/missing-field]\n${registryOf(50)}`;
    const silenced = workspaceOfFiles(new Map([[PATH, text]]));
    assert.deepEqual(
      silenced
        .findings(PATH)
        .filter(({ code }) => code.startsWith('step/missing-field') || code.startsWith('suppression')),
      [],
    );
  });

  it('leave the most severe ones in sight', () => {
    const { all } = lacking(50);
    const [first] = all;
    assert.ok(first !== undefined);
    const severe = { ...first, severity: 'error' as const, message: 'severe' };
    assert.ok(summedUp([...all.map(each => ({ ...each, code: first.code })), severe]).includes(severe));
  });
});
