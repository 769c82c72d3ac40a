import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import {
  moveEdits,
  filesThatNeedNotMove,
  rename,
  renameTarget,
  type RenameEdits,
} from '../../../server/src/features/edit/rename';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import { parseFixture, workspaceOf, type Fixture } from '../../support/fixture';

const CORE = 'src/cursus/registry/step_names_original.py';
const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';
const BOB = 'developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py';

const row = (name: string, key = name): string =>
  `    "${key}": {"config_class": "${name}Config", "builder_step_name": "${name}StepBuilder", "spec_type": "${name}"},\n`;
const core = (...rows: string[]): string => `#- ${CORE}\nSTEP_NAMES = {\n${rows.join('')}}\n`;
const registry = (path: string, table: string, ...rows: string[]): string =>
  `#- ${path}\nWORKSPACE_METADATA = {"developer_id": "${path.split('/')[2]!}"}\n${table} = {\n${rows.join('')}}\n`;

interface Options {
  readonly across?: boolean;
  readonly readOnly?: string;
}

function asked(fixture: Fixture, to: string, { across = false, readOnly }: Options): ReturnType<typeof rename> {
  assert.ok(fixture.cursor, 'no cursor');
  const { path, offset } = fixture.cursor;
  const options = { across, isReadOnly: (each: string) => each === readOnly };
  return rename(workspaceOf(fixture), path, offset, to, {}, options, soleCheckpoint());
}

/** The changed lines of each file, and the moves; or why it is refused. */
async function renamed(text: string, to: string, options: Options = {}): Promise<unknown> {
  const fixture = parseFixture(text);
  const found = await asked(fixture, to, options);
  if (found === undefined || 'refused' in found) return found?.refused;
  return changes(found, fixture.files);
}

function changes({ files, moves }: RenameEdits, texts: ReadonlyMap<string, string>): unknown {
  const lines = [...files].flatMap(([path, edits]) => {
    const before = texts.get(path)!.split('\n');
    const after = applyEdits(texts.get(path)!, edits).split('\n');
    assert.equal(after.length, before.length);
    return after.flatMap((line, i) =>
      line === before[i] ? [] : [`${path.split('/').at(-1)!}:${i + 1} ${line.trim()}`],
    );
  });
  return [...lines, ...moves.map(({ path, to }) => `${path} -> ${to}`)].sort();
}

describe('rename', () => {
  it('renames a core step with its overrides and whatever names it', async () => {
    const text =
      core(row('Train', 'Tra$0in'), row('Eval')) +
      registry(ALICE, 'STEP_OVERRIDES', row('Train')) +
      `#- p.py
from cursus.registry import STEP_NAMES, get_step_definition
get_step_definition('Train', workspace_id="alice")
STEP_NAMES["Train"], get_step_definition("Train_calibration"), print("Train")
#- src/cursus/registry/builder_registry.py
LEGACY_ALIASES = {"Old": "Train"}
#- src/cursus/steps/specs/train_spec.py
TRAIN_SPEC = StepSpecification(step_type="Train")
`;
    assert.deepEqual(await renamed(text, 'Fit'), [
      'builder_registry.py:1 LEGACY_ALIASES = {"Old": "Fit"}',
      `p.py:2 get_step_definition('Fit', workspace_id="alice")`,
      'p.py:3 STEP_NAMES["Fit"], get_step_definition("Fit_calibration"), print("Train")',
      'step_names_original.py:2 "Fit": {"config_class": "TrainConfig", "builder_step_name": "TrainStepBuilder", "spec_type": "Train"},',
      'train_spec.py:1 TRAIN_SPEC = StepSpecification(step_type="Fit")',
      'workspace_registry.py:3 "Fit": {"config_class": "TrainConfig", "builder_step_name": "TrainStepBuilder", "spec_type": "Train"},',
    ]);
  });

  it('renames a core step where an override is built from its row', async () => {
    const override = `#- ${ALICE}
from cursus.registry.step_names_original import STEP_NAMES as CORE
STEP_OVERRIDES = {
    "Train": {**CORE["Train"], "description": "mine"},
    "Eval": CORE["Train"],
}
`;
    assert.deepEqual(await renamed(core(row('Train', 'Tra$0in'), row('Eval')) + override, 'Fit'), [
      'step_names_original.py:2 "Fit": {"config_class": "TrainConfig", "builder_step_name": "TrainStepBuilder", "spec_type": "Train"},',
      'workspace_registry.py:3 "Fit": {**CORE["Fit"], "description": "mine"},',
      'workspace_registry.py:4 "Eval": CORE["Fit"],',
    ]);
  });

  it('renames a local step where its workspace is meant, and leaves that of another alone', async () => {
    const text =
      core(row('Eval')) +
      registry(ALICE, 'LOCAL_STEPS', row('Mine', 'Mi$0ne')) +
      registry(BOB, 'LOCAL_STEPS', row('Mine')) +
      `#- p.py
from cursus.registry import get_step_definition, workspace_context
get_step_definition("Mine")
get_step_definition("Mine", "bob")
with workspace_context("alice"): get_step_definition("Mine")
`;
    assert.deepEqual(await renamed(text, 'My-Own_1'), [
      'p.py:4 with workspace_context("alice"): get_step_definition("My-Own_1")',
      'workspace_registry.py:3 "My-Own_1": {"config_class": "MineConfig", "builder_step_name": "MineStepBuilder", "spec_type": "Mine"},',
    ]);
  });

  it('is refused where some other definition would win, with the reason', async () => {
    assert.equal(
      await renamed(core(row('Train')) + registry(ALICE, 'LOCAL_STEPS', row('Train', 'Tra$0in')), 'Fit'),
      "In workspace 'alice' 'Train' would then mean core's",
    );
    assert.equal(
      await renamed(core(row('Train', 'Tra$0in'), row('Eval')), 'Eval'),
      "Outside of workspaces 'Eval' already means core's",
    );
    assert.equal(
      await renamed(core(row('Train', 'Tra$0in')) + registry(ALICE, 'LOCAL_STEPS', row('Fit')), 'Fit'),
      "In workspace 'alice' 'Fit' already means the local of alice",
    );
    assert.equal(
      await renamed(core(row('Eval', 'Eval')) + registry(ALICE, 'LOCAL_STEPS', row('Mine', 'Mi$0ne')), 'Eval'),
      "In workspace 'alice' 'Eval' already means core's",
    );
  });

  it('is refused for names that the run time refuses, read-only files and texts that are not written out', async () => {
    assert.equal(
      await renamed(core(row('Train', 'Tra$0in')), 'a b'),
      "A step name may hold only letters, digits, '_' and '-'",
    );
    assert.equal(await renamed(core(row('Train', 'Tra$0in')), 'Fit', { readOnly: CORE }), `${CORE} is read-only`);
    const pieces = `${core(row('Train', 'Tra$0in'))}#- p.py\nfrom cursus.registry import STEP_NAMES\nSTEP_NAMES["Tr" "ain"]\n`;
    assert.equal(await renamed(pieces, 'Fit'), "'Train' is not written out in p.py, so it cannot be renamed there");
    assert.match(
      String(await renamed(core(row('Train').replace('TrainStep', 'Tra$0inStep')), 'X')),
      /^A class is renamed/,
    );
  });

  it('renames old names, spec types and workspaces', async () => {
    const alias = `${core(row('Train'))}#- src/cursus/registry/builder_registry.py\nLEGACY_ALIASES = {"O$0ld": "Train"}\n#- p.py\nfrom cursus.registry import STEP_NAMES\nSTEP_NAMES["Old"]\n`;
    assert.deepEqual(await renamed(alias, 'Older'), [
      'builder_registry.py:1 LEGACY_ALIASES = {"Older": "Train"}',
      'p.py:2 STEP_NAMES["Older"]',
    ]);
    const workspace = `${registry(ALICE, 'LOCAL_STEPS').replace('"alice"', '"a_$0team"')}#- p.py\nfrom cursus.registry import workspace_context\nworkspace_context("a_team")\n`;
    assert.deepEqual(await renamed(workspace, 'b_team'), [
      'p.py:2 workspace_context("b_team")',
      'workspace_registry.py:1 WORKSPACE_METADATA = {"developer_id": "b_team"}',
    ]);
    assert.match(
      String(await renamed(registry(ALICE, 'LOCAL_STEPS').replace('"alice"', '"al$0ice"'), 'x')),
      /rename 'developer_workspaces\/developers\/alice'/,
    );
  });

  it('offers no name to change where the text is not ours', () => {
    const target = (text: string): unknown => {
      const { cursor, ...fixture } = parseFixture(text);
      return renameTarget(workspaceOf({ ...fixture, cursor }), cursor!.path, cursor!.offset, {});
    };
    assert.deepEqual(target(core(row('Train', 'Tra$0in'))), { span: { start: 20, end: 25 }, name: 'Train' });
    assert.equal(target(`${core(row('Train'))}#- p.py\nprint("Tra$0in")\n`), undefined);
    assert.equal(
      target(`${core(row('Train'))}#- src/cursus/steps/builders/b.py\nclass TrainS$0tepBuilder: pass\n`),
      undefined,
    );
    assert.equal(target(core(row('Train').replace('spec_type', 'spec_$0type'))), undefined);
  });
});

const WITH_FILES =
  core(row('XGBoostTrain', 'XGBoostTra$0in')) +
  `#- src/cursus/steps/builders/builder_xgboost_train_step.py
from ..configs.config_xgboost_train_step import XGBoostTrainConfig
class XGBoostTrainStepBuilder(StepBuilderBase):
    def __init__(self, config: XGBoostTrainConfig): pass
#- src/cursus/steps/configs/config_xgboost_train_step.py
class XGBoostTrainConfig(Base): pass
#- src/cursus/steps/contracts/xgboost_train_contract.py
XGBOOST_TRAIN_CONTRACT = ScriptContract(entry_point="xgboost_train.py")
#- src/cursus/steps/scripts/xgboost_train.py
if __name__ == "__main__": pass
`;

describe('rename across the registry', () => {
  it('takes classes, imports, the spec type and files along', async () => {
    assert.deepEqual(await renamed(WITH_FILES, 'Fit', { across: true }), [
      'builder_xgboost_train_step.py:1 from ..configs.config_fit_step import FitConfig',
      'builder_xgboost_train_step.py:2 class FitStepBuilder(StepBuilderBase):',
      'builder_xgboost_train_step.py:3 def __init__(self, config: FitConfig): pass',
      'config_xgboost_train_step.py:1 class FitConfig(Base): pass',
      'src/cursus/steps/builders/builder_xgboost_train_step.py -> src/cursus/steps/builders/builder_fit_step.py',
      'src/cursus/steps/configs/config_xgboost_train_step.py -> src/cursus/steps/configs/config_fit_step.py',
      'src/cursus/steps/contracts/xgboost_train_contract.py -> src/cursus/steps/contracts/fit_contract.py',
      'src/cursus/steps/scripts/xgboost_train.py -> src/cursus/steps/scripts/fit.py',
      'step_names_original.py:2 "Fit": {"config_class": "FitConfig", "builder_step_name": "FitStepBuilder", "spec_type": "Fit"},',
      'xgboost_train_contract.py:1 XGBOOST_TRAIN_CONTRACT = ScriptContract(entry_point="fit.py")',
    ]);
  });

  it('tells which files may keep their names: those that nothing else changes', async () => {
    const found = await asked(parseFixture(WITH_FILES), 'Fit', { across: true });
    assert.ok(found !== undefined && !('refused' in found));
    assert.deepEqual(
      [...filesThatNeedNotMove(found)],
      ['src/cursus/steps/contracts/xgboost_train_contract.py', 'src/cursus/steps/scripts/xgboost_train.py'],
    );
  });

  it('renames a class with its statement, imports and rows', async () => {
    const text = `${core(row('Train').replace('"TrainStep', '"Tra$0inStep'))}#- src/cursus/steps/builders/b.py
class TrainStepBuilder(StepBuilderBase): pass
#- p.py
from cursus.steps.builders.b import TrainStepBuilder as T
# TrainStepBuilder stays in comments and "strings"
`;
    assert.deepEqual(await renamed(text, 'FitStepBuilder', { across: true }), [
      'b.py:1 class FitStepBuilder(StepBuilderBase): pass',
      'p.py:1 from cursus.steps.builders.b import FitStepBuilder as T',
      'step_names_original.py:2 "Train": {"config_class": "TrainConfig", "builder_step_name": "FitStepBuilder", "spec_type": "Train"},',
    ]);
  });

  it('leaves classes alone that another step names, too', async () => {
    const text = core(row('Train', 'Tra$0in'), row('Train', 'Other'));
    assert.deepEqual(await renamed(text, 'Fit', { across: true }), [
      'step_names_original.py:2 "Fit": {"config_class": "TrainConfig", "builder_step_name": "TrainStepBuilder", "spec_type": "Train"},',
    ]);
  });
});

describe('moves of files', () => {
  const moved = (text: string, path: string, to: string): unknown => {
    const fixture = parseFixture(text);
    return changes(moveEdits(workspaceOf(fixture), [{ path, to }]), fixture.files);
  };

  it('change contracts that name a script, and texts that name a workspace', () => {
    const script = `#- src/cursus/steps/contracts/a_contract.py\nA = ScriptContract(entry_point="x/a.py")\n#- src/cursus/steps/scripts/a.py\npass\n`;
    assert.deepEqual(moved(script, 'src/cursus/steps/scripts/a.py', 'src/cursus/steps/scripts/b.py'), [
      'a_contract.py:1 A = ScriptContract(entry_point="x/b.py")',
    ]);
    const workspace = `${registry(ALICE, 'LOCAL_STEPS')}#- p.py\nfrom cursus.registry import workspace_context\nworkspace_context("alice")\n`;
    const folder = 'developer_workspaces/developers/alice';
    assert.deepEqual(moved(workspace, folder, 'developer_workspaces/developers/ada'), [
      'p.py:2 workspace_context("ada")',
      'workspace_registry.py:1 WORKSPACE_METADATA = {"developer_id": "ada"}',
    ]);
    assert.deepEqual(moved(workspace, 'q.py', 'r.py'), []);
  });
});
