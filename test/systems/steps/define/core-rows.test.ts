import assert from 'node:assert/strict';
import { list } from '../../../../server/src/systems/steps/answers/list';
import { checkFindings, DEFAULT_PATH, parseFixture, workspaceOf } from '../../../support/fixture';
import type { Workspace } from '../../../../server/src/workspace';

const CORE = 'src/cursus/registry/step_names_original.py';
const rowsOf = (description: string): string => `STEP_NAMES = {
    "Train": {"config_class": "TrainConfig", "builder_step_name": "TrainStepBuilder", "description": "${description}"},
    "Eval": {"builder_step_name": "EvalStepBuilder", "job_types": ["a"]},
}
`;
const IMPORT = 'from cursus.registry.step_names_original import STEP_NAMES\n';

/** Rows of workspaces: why they are not loaded, else their fields. */
function rows(workspace: Workspace): string[] {
  return list(undefined, workspace.lookup)
    .filter(({ scope }) => scope !== 'core')
    .map(({ name, loaded, reason, fields }) => `${name}: ${loaded === true ? JSON.stringify(fields) : String(reason)}`);
}

function rowsIn(text: string, core = `#- ${CORE}\n${rowsOf('trains')}`, more = ''): string[] {
  return rows(workspaceOf(`${core}#- ${DEFAULT_PATH}\n${IMPORT}${text}\n${more}`));
}

const BOB = '#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py\n';

describe('a row that is built from a row of core', () => {
  it('has the fields of that row under its own', () => {
    assert.deepEqual(rowsIn('STEP_OVERRIDES = {"Train": {**STEP_NAMES["Train"], "description": "mine"}}'), [
      'Train: {"description":"mine","config_class":"TrainConfig","builder_step_name":"TrainStepBuilder"}',
    ]);
    assert.deepEqual(
      rowsIn('STEP_OVERRIDES = {"Eval": {"job_types": ["b"], "framework": "x", **STEP_NAMES["Eval"]}}'),
      ['Eval: {"job_types":["a"],"framework":"x","builder_step_name":"EvalStepBuilder"}'],
    );
    assert.deepEqual(rowsIn('LOCAL_STEPS = {"Mine": {"config_class": STEP_NAMES["Train"]["config_class"]}}'), [
      'Mine: {"config_class":"TrainConfig"}',
    ]);
    assert.deepEqual(
      rowsIn('import cursus.registry.step_names_original as core\nLOCAL_STEPS = {"Mine": core.STEP_NAMES["Eval"]}'),
      ['Mine: {"builder_step_name":"EvalStepBuilder","job_types":["a"]}'],
    );
  });

  it('has not what is taken out of a copy', () => {
    const kept = 'Train: {"config_class":"TrainConfig","builder_step_name":"TrainStepBuilder"}';
    const copied = 'row = dict(STEP_NAMES["Train"])\n';
    for (const change of ['row.pop("description")', 'del row["description"]', 'row.pop("description", None)'])
      assert.deepEqual(rowsIn(`${copied}${change}\nSTEP_OVERRIDES = {"Train": row}`), [kept]);
    assert.deepEqual(rowsIn(`${copied}del row["nothing"]\nSTEP_OVERRIDES = {"Train": row}`), [
      "Train: the file cannot be loaded: KeyError: the row 'Train' of core has no field 'nothing'",
    ]);
    assert.deepEqual(rowsIn('LOCAL_STEPS = {"Mine": {"description": STEP_NAMES["Eval"].get("description", "x")}}'), [
      'Mine: {"description":"x"}',
    ]);
  });

  it('takes it that core has a row where the text has another way out', () => {
    const guarded = (name: string): string[] =>
      rowsIn(
        `try:\n    row = STEP_NAMES["${name}"]\nexcept KeyError:\n    row = {}\nLOCAL_STEPS = {"Mine": {**row, "job_types": []}}`,
      );
    assert.deepEqual(guarded('Eval'), ['Mine: {"job_types":[],"builder_step_name":"EvalStepBuilder"}']);
    assert.deepEqual(guarded('Fit'), ["Mine: cannot tell: core has no row 'Fit'"]);
    assert.deepEqual(rowsIn('LOCAL_STEPS = {"Mine": {**STEP_NAMES.get("Fit", {})}}'), [
      "Mine: cannot tell: core has no row 'Fit'",
    ]);
  });

  it('is refused for what it says itself', () => {
    assert.deepEqual(
      rowsIn('LOCAL_STEPS = {"Mine": {**STEP_NAMES["Train"], "job_types": "a"}, "Next": STEP_NAMES["Eval"]}'),
      [
        "Mine: loading of this registry stops here: 'job_types' has a value of the wrong type",
        "Next: loading of this registry stops at 'Mine'",
      ],
    );
  });

  it('follows core', () => {
    const fixture = parseFixture(
      `#- ${CORE}\n${rowsOf('trains')}#- ${DEFAULT_PATH}\n${IMPORT}STEP_OVERRIDES = {"Train": dict(STEP_NAMES["Train"], framework="x")}\n`,
    );
    const workspace = workspaceOf(fixture);
    const edit = (text: string, path = CORE): string[] => {
      workspace.takeChanges(new Map([[path, { text, open: true }]]));
      workspace.check();
      return rows(workspace);
    };
    const loaded = (description: string): string[] => [
      `Train: {"framework":"x","config_class":"TrainConfig","builder_step_name":"TrainStepBuilder","description":"${description}"}`,
    ];
    const said = (): string[] =>
      workspace
        .findings(DEFAULT_PATH)
        .flatMap(({ code, message }) => (/registry\/(?:load|not)/.test(code) ? message : []));
    assert.deepEqual(rows(workspace), loaded('trains'));
    assert.deepEqual(edit(rowsOf('changed')), loaded('changed'));
    assert.deepEqual(said(), []);
    assert.deepEqual(edit(rowsOf('x').replace('Train', 'Fit')), [
      "Train: the file cannot be loaded: KeyError: core has no row 'Train'",
    ]);
    assert.deepEqual(said(), [
      "KeyError: core has no row 'Train': the file cannot be loaded, so this workspace has none of its steps at run time",
    ]);
    assert.deepEqual(edit(`from rows import load\n${rowsOf('x')}STEP_NAMES.update(load())\n`), [
      'Train: cannot tell: code decides which rows core has',
    ]);
    assert.deepEqual(said(), ['Cannot tell whether this file can be loaded: code decides which rows core has']);
    assert.deepEqual(edit(rowsOf('again')), loaded('again'));
    assert.deepEqual(said(), []);
    const own = fixture.files.get(DEFAULT_PATH) ?? '';
    assert.deepEqual(
      edit(own.replace('STEP_NAMES["Train"]', 'STEP_NAMES["Eval"], **STEP_NAMES["Fit"]'), DEFAULT_PATH),
      ["Train: the file cannot be loaded: KeyError: core has no row 'Fit'"],
    );
    assert.deepEqual(edit(own, DEFAULT_PATH), loaded('again'));
    assert.deepEqual(said(), []);
  });

  it('cannot be told where the table is another one, or may be changed', () => {
    const text = 'LOCAL_STEPS = {"Mine": {**STEP_NAMES["Train"], "framework": "x"}}';
    const unknown = 'the rows of cursus.registry.step_names_original are not known here';
    assert.deepEqual(rowsIn(text, `#- src/cursus/registry/step_names.py\n${rowsOf('trains')}`), [
      `Mine: cannot tell: ${unknown}`,
    ]);
    assert.deepEqual(rowsIn(text, ''), [`Mine: cannot tell: ${unknown}`]);
    assert.deepEqual(
      rowsIn(text, `#- ${CORE}\nfrom rows import load\n${rowsOf('x')}STEP_NAMES["Train"].update(load())\n`),
      ["Mine: cannot tell: code decides what the row 'Train' of core consists of"],
    );
    const change = 'import cursus.registry.step_names_original as core\ncore.STEP_NAMES = {}\n';
    for (const bob of [`${IMPORT}STEP_NAMES["Eval"]["framework"] = "y"\n`, change])
      assert.deepEqual(rowsIn(text, undefined, BOB + bob), [
        'Mine: cannot tell: running developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py may change the rows of core first',
      ]);
    assert.deepEqual(
      rowsIn(text, undefined, `${BOB}${IMPORT}row = dict(STEP_NAMES["Eval"])\nrow["framework"] = "y"\n`),
      [
        'Mine: {"framework":"x","config_class":"TrainConfig","builder_step_name":"TrainStepBuilder","description":"trains"}',
      ],
    );
    const other = `${IMPORT.replace('.step_names_original', '')}${text}`;
    assert.deepEqual(rows(workspaceOf(`#- ${CORE}\n${rowsOf('x')}#- ${DEFAULT_PATH}\n${other}\n`)), [
      'Mine: cannot tell: cursus.registry may have no STEP_NAMES yet while workspaces are loaded',
    ]);
  });

  it('has its findings where the text takes something from core', () =>
    void checkFindings(
      `
#- ${CORE}
from rows import name
STEP_NAMES = {"Train": {"builder_step_name": "TrainStepBuilder", "config_class": str(name)}}
#                                                                                ^^^^^^^^^ registry/not-static
#- ${DEFAULT_PATH}
${IMPORT}
LOCAL_STEPS = {"Mine": {**STEP_NAMES["Train"], "framework": STEP_NAMES["Train"]["framework"]}}
#                         ^^^^^^^^^^^^^^^^^^^ registry/not-static
#                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registry/load-error
#- ${BOB.slice(3)}
${IMPORT}
LOCAL_STEPS = {
    "Other": {**STEP_NAMES["Train"], "description": "d"},
#               ^^^^^^^^^^^^^^^^^^^ registry/not-static
}
`,
      ['registry/not-static', 'registry/load-error'],
    ));
});
