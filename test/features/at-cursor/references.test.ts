import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { highlights, references, type Occurrence } from '../../../server/src/features/at-cursor/references';
import { parseFixture, workspaceOf, type Fixture } from '../../support/fixture';

const CORE = `#- src/cursus/registry/step_names_original.py
STEP_NAMES = {
    "Training": {"config_class": "TrainingConfig", "builder_step_name": "TrainingStepBuilder", "spec_type": "Training"},
}
`;
const BUILDER = `#- src/cursus/steps/builders/builder_training_step.py
class TrainingStepBuilder(StepBuilderBase):
    pass
`;
const ALICE = `#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
WORKSPACE_METADATA = {"developer_id": "alice"}
STEP_OVERRIDES = {
    "Training": {"config_class": "TrainingConfig", "builder_step_name": "TrainingStepBuilder", "spec_type": "Training"},
}
`;

/** Each mention as `file:line:column text`; definitions with a star. */
function shown({ files }: Fixture, mentions: readonly Occurrence[] | undefined): string[] | undefined {
  return mentions?.map(({ path, span, isDefinition }) => {
    const text = files.get(path)!;
    const before = text.slice(0, span.start).split('\n');
    const file = path.slice(path.lastIndexOf('/') + 1);
    return `${file}:${before.length}:${before.at(-1)!.length} ${text.slice(span.start, span.end)}${isDefinition ? ' *' : ''}`;
  });
}

async function checkReferences(text: string, expected: readonly string[] | undefined): Promise<void> {
  const fixture = parseFixture(text);
  assert.ok(fixture.cursor, 'no cursor');
  const { path, offset } = fixture.cursor;
  const found = await references(workspaceOf(fixture), path, offset, {}, soleCheckpoint());
  assert.deepEqual(shown(fixture, found), expected);
}

function checkHighlights(text: string, expected: readonly string[] | undefined): void {
  const fixture = parseFixture(text);
  assert.ok(fixture.cursor, 'no cursor');
  const { path, offset } = fixture.cursor;
  assert.deepEqual(shown(fixture, highlights(workspaceOf(fixture), path, offset, {})), expected);
}

describe('references', () => {
  it('are registries, calls of the API, subscripts, sources, decorators and YAML', () =>
    checkReferences(
      `${CORE}${ALICE}#- p.py
from cursus.registry import STEP_NAMES, get_step_definition as get, register_builder
get("Tra$0ining")
STEP_NAMES["Training"]
@register_builder("Training")
class Mine: pass
get_step_definition("Training")
other("Training")
#- src/cursus/steps/specs/x_spec.py
X = StepSpecification(dependencies=[DependencySpec(compatible_sources=["Training", "Other"])])
#- src/cursus/steps/interfaces/other.step.yaml
step_type: Other
spec:
  dependencies:
    data:
      compatible_sources: [Training]
`,
      [
        'workspace_registry.py:3:4 "Training" *',
        'p.py:2:4 "Training"',
        'p.py:3:11 "Training"',
        'p.py:4:18 "Training"',
        'step_names_original.py:2:4 "Training" *',
        'other.step.yaml:5:27 Training',
        'x_spec.py:1:71 "Training"',
      ],
    ));

  it('name a step by its job types and by its old names', () =>
    checkReferences(
      `${CORE}#- src/cursus/registry/builder_registry.py
LEGACY_ALIASES = {"OldTraining": "Training"}
#- p.py
from cursus.registry import get_step_definition
get_step_definition("Trai$0ning_calibration")
get_step_definition("Training")
`,
      ['p.py:2:20 "Training_calibration"'],
    ).then(() =>
      checkReferences(
        `${CORE}#- src/cursus/registry/builder_registry.py
LEGACY_ALIASES = {"OldTraining": "Training"}
#- p.py
from cursus.registry import get_step_definition
get_step_definition("Training_calibration")
get_step_definition("Trai$0ning")
`,
        [
          'p.py:2:20 "Training_calibration"',
          'p.py:3:20 "Training"',
          'builder_registry.py:1:33 "Training"',
          'step_names_original.py:2:4 "Training" *',
        ],
      ),
    ));

  it('of a class are rows, imports and uses, but not other texts that hold the word', () =>
    checkReferences(
      `${CORE.replace('"TrainingStepBuilder"', '"Training$0StepBuilder"')}${BUILDER}#- p.py
from cursus.steps.builders.builder_training_step import TrainingStepBuilder
def make(it: TrainingStepBuilder) -> None: TrainingStepBuilder(it)  # TrainingStepBuilder
#- q.py
print("TrainingStepBuilder")
#- r.py
print(TrainingStepBuilder)
`,
      [
        'p.py:1:56 TrainingStepBuilder',
        'p.py:2:13 TrainingStepBuilder',
        'p.py:2:43 TrainingStepBuilder',
        'step_names_original.py:2:72 "TrainingStepBuilder"',
        'builder_training_step.py:1:6 TrainingStepBuilder *',
      ],
    ));

  it('of a class statement are those that Python does not see', () =>
    checkReferences(
      `${CORE}${BUILDER.replace('class Tra', 'class Tra$0')}#- p.py
from cursus.steps.builders.builder_training_step import TrainingStepBuilder
`,
      ['step_names_original.py:2:72 "TrainingStepBuilder"', 'builder_training_step.py:1:6 TrainingStepBuilder *'],
    ));

  it('of a class that an interface names are asked for at the name', () =>
    checkReferences(
      `#- src/cursus/steps/interfaces/training.step.yaml
step_type: Training
registry:
  config_class: Training$0Config
#- src/cursus/steps/configs/config_training_step.py
class TrainingConfig: pass
`,
      ['config_training_step.py:1:6 TrainingConfig *', 'training.step.yaml:3:16 TrainingConfig'],
    ));

  it('of the value of a field that is called like a part of every object are none', () =>
    checkReferences(
      `#- src/cursus/registry/step_names_original.py
STEP_NAMES = {"Training": {"__proto__": "a$0b", "constructor": "c"}}
`,
      undefined,
    ));

  it('of a workspace are its id, contexts and imports', () =>
    checkReferences(
      `${ALICE}#- p.py
from cursus.registry import workspace_context, get_step_definition
with workspace_context("al$0ice"): pass
get_step_definition("Training", workspace_id="alice")
#- q.py
from developer_workspaces.developers.alice.src import x
`,
      [
        'workspace_registry.py:1:38 "alice"',
        'p.py:2:23 "alice"',
        'p.py:3:45 "alice"',
        'q.py:1:5 developer_workspaces.developers.alice.src',
      ],
    ));

  it('are none where the text is not ours', async () => {
    await checkReferences(`${CORE}#- p.py\nprint("Trai$0ning")\n`, undefined);
    await checkReferences(`${CORE}#- p.py\nfrom cursus.registry import x\n# Training$0\n`, undefined);
  });
});

describe('highlights', () => {
  it('show a name wherever the file names it, without quotes', () =>
    checkHighlights(
      `${CORE}${ALICE}#- p.py
from cursus.registry import get_step_definition as get
get("Tra$0ining"), get('Training'), get(r"""Training""")
`,
      ['p.py:2:5 Training', 'p.py:2:22 Training', 'p.py:2:42 Training'],
    ));

  it('leave Python’s own names to Python', () =>
    checkHighlights(`${CORE}${BUILDER.replace('class Tra', 'class Tra$0')}`, undefined));

  it('leave what a convention names alone', () =>
    checkHighlights(
      '#- src/cursus/steps/interfaces/a.step.yaml\nstep_type: A$0a\nregistry:\n  sagemaker_step_type: Processing\n',
      ['a.step.yaml:1:11 Aa *'],
    ));
});
