import assert from 'node:assert/strict';
import { definition, type DefinitionKind } from '../../../server/src/features/at-cursor/definition';
import { documentLinks } from '../../../server/src/features/at-cursor/document-links';
import { hierarchyAt, hierarchyCalls } from '../../../server/src/features/at-cursor/hierarchy';
import { inlayHints } from '../../../server/src/features/at-cursor/inlay-hints';
import { lenses, lensText } from '../../../server/src/features/at-cursor/lenses';
import { workspaceSymbols } from '../../../server/src/features/at-cursor/workspace-symbols';
import { parseFixture, workspaceOf } from '../../support/fixture';

const CORE = 'src/cursus/registry/step_names_original.py';
const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';
const BOB = 'developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py';
const REPOSITORY = `#- ${CORE}
STEP_NAMES = {
    "Train": {"config_class": "TrainConfig", "builder_step_name": "TrainStepBuilder", "spec_type": "Train"},
}
#- src/cursus/steps/builders/builder_train_step.py
class TrainStepBuilder(StepBuilderBase):
    pass
#- ${ALICE}
STEP_OVERRIDES = {
    "Train": {"config_class": "MyConfig", "builder_step_name": "MyStepBuilder", "spec_type": "Train"},
}
#- ${BOB}
LOCAL_STEPS = {
    "Train": {"config_class": "HisConfig", "builder_step_name": "HisStepBuilder", "spec_type": "Train"},
}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_my_step.py
class MyStepBuilder(StepBuilderBase):
    pass
`;

describe('declaration and implementation', () => {
  const target = (text: string, way: DefinitionKind): unknown => {
    const fixture = parseFixture(text);
    const { path, offset } = fixture.cursor!;
    const found = definition(workspaceOf(fixture), path, offset, {}, way);
    return found?.targets.map(to => [
      to.path.split('/').at(-1),
      fixture.files.get(to.path)!.slice(to.name.start, to.name.end),
    ]);
  };
  const override = REPOSITORY.replace('STEP_OVERRIDES = {\n    "Train', 'STEP_OVERRIDES = {\n    "Tra$0in');

  it('lead from an override to what it overrides, and to its builder', () => {
    assert.deepEqual(target(override, 'declarations'), [['step_names_original.py', '"Train"']]);
    assert.deepEqual(target(override, 'implementations'), [['builder_my_step.py', 'MyStepBuilder']]);
  });

  it('lead from code to core, and to the builder of who wins there', () => {
    const code = `${REPOSITORY}#- p.py\nfrom cursus.registry import get_step_definition\nget_step_definition("Tra$0in", workspace_id="alice")\n`;
    assert.deepEqual(target(code, 'declarations'), [['step_names_original.py', '"Train"']]);
    assert.deepEqual(target(code, 'implementations'), [['builder_my_step.py', 'MyStepBuilder']]);
  });
});

describe('code lenses', () => {
  const titles = (text: string, path: string): unknown => {
    const workspace = workspaceOf(text);
    return lenses(workspace, path)?.map(({ id, text: shown }) => {
      const full = lensText(workspace, path, id);
      if (shown !== undefined) assert.deepEqual(full, shown);
      return [full?.title, full?.places.length];
    });
  };

  it('say what a row goes over, who else has it, what it runs with and how often it is named', () => {
    const code = '#- p.py\nfrom cursus.registry import STEP_NAMES\nSTEP_NAMES["Train"]\n';
    assert.deepEqual(titles(REPOSITORY + code, ALICE), [
      ['overrides core', 1],
      ['conflicts with 1 workspace', 1],
      ['builder ✓ config ?', 1],
      ['1 reference', 1],
    ]);
    assert.deepEqual(titles(REPOSITORY, CORE), [
      ['2 workspaces have it too', 2],
      ['builder ✓ config ?', 1],
      ['0 references', 0],
    ]);
  });

  it('are none in files without rows', () =>
    assert.equal(titles(`${REPOSITORY}#- p.py\nprint(1)\n`, 'p.py'), undefined));
});

describe('inlay hints', () => {
  it('stand after names in code that are not core’s there', () => {
    const text = `from cursus.registry import get_step_definition\nget_step_definition("Train", workspace_id="alice")\nget_step_definition("Train")\n`;
    const workspace = workspaceOf(`${REPOSITORY}#- p.py\n${text}`);
    const whole = { start: 0, end: text.length };
    assert.deepEqual(inlayHints(workspace, 'p.py', whole, {}), [
      { offset: text.indexOf('"Train"') + 7, text: 'override of alice' },
    ]);
    assert.equal(inlayHints(workspace, 'p.py', { start: 0, end: 5 }, {}), undefined);
    assert.equal(inlayHints(workspace, ALICE, whole, {}), undefined);
  });
});

describe('workspace symbols', () => {
  it('are rows and builders, the likeliest first', () => {
    const found = workspaceSymbols(workspaceOf(REPOSITORY), 'trai');
    assert.deepEqual(
      found.map(({ name, kind, container }) => [name, kind, container]),
      [
        ['Train', 'entry', 'alice'],
        ['Train', 'entry', 'bob'],
        ['Train', 'entry', 'core'],
        ['TrainStepBuilder', 'class', 'core'],
      ],
    );
    assert.deepEqual(workspaceSymbols(workspaceOf(REPOSITORY), 'zzz'), []);
  });
});

describe('document links', () => {
  it('lead to scripts and rule pages', () => {
    const text = 'C = ScriptContract(entry_point="run/train.py")  # registry: ignore[step/missing-builder]\n';
    const path = 'src/cursus/steps/contracts/train_contract.py';
    const workspace = workspaceOf(`#- ${path}\n${text}#- src/cursus/steps/scripts/train.py\npass\n#- q.py\nprint(1)\n`);
    const found = documentLinks(workspace, path)!;
    assert.deepEqual(
      found.map(link => [text.slice(link.span.start, link.span.end), 'path' in link ? link.path : link.rule]),
      [
        ['run/train.py', 'src/cursus/steps/scripts/train.py'],
        ['step/missing-builder', 'step/missing-builder'],
      ],
    );
    assert.equal(documentLinks(workspace, 'q.py'), undefined);
  });
});

describe('call hierarchy', () => {
  const sources = (type: string, from: string): string =>
    `#- src/cursus/steps/interfaces/${type.toLowerCase()}.step.yaml\nstep_type: ${type}\nregistry:\n  sagemaker_step_type: Processing\nspec:\n  dependencies:\n    data:\n      compatible_sources: [${from}]\n`;

  it('has dependencies in both directions, in YAML only', () => {
    const fixture = parseFixture(
      sources('Load', '').replace('Load', 'Lo$0ad') +
        sources('Train', 'Load_calibration, Nothing') +
        sources('Eval', 'Train'),
    );
    const workspace = workspaceOf(fixture);
    const item = hierarchyAt(workspace, fixture.cursor!.path, fixture.cursor!.offset)!;
    assert.equal(item.name, 'Load');
    const [call] = hierarchyCalls(workspace, item, 'dependants');
    assert.deepEqual([call?.item.name, call?.spans.length], ['Train', 1]);
    const next = hierarchyCalls(workspace, call!.item, 'dependencies');
    assert.deepEqual(
      next.map(each => [each.item.name, each.spans.length]),
      [['Load', 1]],
    );
    assert.equal(hierarchyAt(workspaceOf(REPOSITORY), CORE, 22), undefined);
  });
});
