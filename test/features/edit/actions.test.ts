import assert from 'node:assert/strict';
import { fixActions, fixAll, refactorActions, type Action } from '../../../server/src/features/edit/actions';
import type { FileEdits } from '../../../server/src/features/edit/fixes';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import type { WorkspaceOptions } from '../../../server/src/workspace';
import { parseFixture, workspaceOf } from '../../support/fixture';
import { TOY, TOY_RULES } from '../../support/toy-system';

const TOYS: WorkspaceOptions = { systems: [TOY], rules: TOY_RULES };

/** What is offered at the cursor, each with the text that it makes of the file. */
function offered(text: string, options: WorkspaceOptions = TOYS): Map<string, string | undefined> {
  const fixture = parseFixture(text, 'main.toy.py');
  const { path, offset } = fixture.cursor!;
  const workspace = workspaceOf(fixture, options);
  const result = (files: readonly FileEdits[] | undefined): string | undefined => {
    const file = files?.find(each => each.path === path) ?? files?.[0];
    if (file === undefined) return undefined;
    if ('create' in file) return `${file.path}\n${file.create}`;
    return 'rename' in file ? `${file.path} → ${file.rename}` : applyEdits(fixture.files.get(path)!, file.edits);
  };
  const actions: Action[] = [
    ...fixActions(workspace, path, { start: offset, end: offset }),
    ...refactorActions(workspace, path, offset),
  ];
  return new Map(actions.map(action => [action.title, result(action.edits())]));
}

describe('code actions', () => {
  it('mend one, mend all of a kind, or silence one', () => {
    const text = 'A = {"Known": {}}\nuse("a$0")\nuse("b")  # b\n';
    assert.deepEqual(
      [...offered(text)],
      [
        ["Change to 'Known'", 'A = {"Known": {}}\nuse("Known")\nuse("b")  # b\n'],
        ['Fix all toy/unknown in this file', 'A = {"Known": {}}\nuse("Known")\nuse("Known")  # b\n'],
        ['Ignore toy/unknown in this line', undefined],
      ],
    );
  });

  it('silence in a line that is silenced for something else already, and not inside strings', () => {
    const row = (rest: string): string =>
      `LOCAL_STEPS = {\n    "A": {"config_class": "AConfig", "prio$0rity": 3},${rest}\n}\n`;
    const title = 'Ignore step/dropped-field in this line';
    assert.equal(
      offered(`#- developer_workspaces/developers/a/src/cursus_dev/registry/workspace_registry.py\n${row('')}`, {}).get(
        title,
      ),
      row('  # registry: ignore[step/dropped-field]').replace('$0', ''),
    );
    assert.equal(
      offered(
        `#- developer_workspaces/developers/a/src/cursus_dev/registry/workspace_registry.py\n${row('  # registry: ignore[step/missing-field] why')}`,
        {},
      ).get(title),
      row('  # registry: ignore[step/missing-field, step/dropped-field] why').replace('$0', ''),
    );
    const inside = row('').replace('3}', '3, "description": """a\n"""}');
    assert.equal(
      offered(`#- developer_workspaces/developers/a/src/cursus_dev/registry/workspace_registry.py\n${inside}`, {}).get(
        title,
      ),
      undefined,
    );
  });

  it('fix everything that is safe in the file, and nothing else', () => {
    const workspace = workspaceOf('#- main.toy.py\nA = {"X": {}, "X": {}}\nuse("a")\nuse("b")\n', TOYS);
    const [file] = fixAll(workspace, 'main.toy.py')!;
    assert.equal(
      'edits' in file! && applyEdits('A = {"X": {}, "X": {}}\nuse("a")\nuse("b")\n', file.edits),
      'A = {"X": {}, "X": {}}\nuse("Known")\nuse("Known")\n',
    );
    assert.equal(fixAll(workspaceOf('#- main.toy.py\nA = {"X": {}, "X": {}}\n', TOYS), 'main.toy.py'), undefined);
  });

  it('move a row between locals and overrides, and write its classes', () => {
    const text = `#- developer_workspaces/developers/a/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "A$0a": {"config_class": "AaConfig", "builder_step_name": "AaStepBuilder"},
}
`;
    const found = offered(text, {});
    assert.match(found.get('Move to STEP_OVERRIDES')!, /^LOCAL_STEPS = \{\n\}\n\nSTEP_OVERRIDES = \{\n {4}"Aa": /);
    assert.match(found.get('Create a builder')!, /builders\/builder_aa_step\.py\n[^]*class AaStepBuilder\(/);
    assert.match(found.get('Create a config class')!, /configs\/config_aa_step\.py\n[^]*class AaConfig\(/);
  });
});
