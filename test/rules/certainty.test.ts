import assert from 'node:assert/strict';
import { checkInvariants, parseFixture, workspaceOf } from '../support/fixture';

/**
 * Rules that say what is absent have to be certain. Each case is one way in which a text does not say what Python does;
 * the expected lines are all that these rules may say about it.
 */
function check(fixture: string, expected: readonly string[] = []): void {
  const parsed = parseFixture(CORE + fixture);
  const workspace = workspaceOf(parsed);
  const found = [...parsed.files.keys()].flatMap(path => workspace.findings(path));
  checkInvariants(found, parsed.files);
  const said = found.filter(({ code }) => CODES.has(code));
  assert.deepEqual(said.map(({ path, code }) => `${path.replace(/^.*\//, '')} ${code}`).sort(), [...expected].sort());
}

const CODES = new Set([
  'hyperparameter/missing-module',
  'step/builder-base',
  'step/component-conflict',
  'step/entry-point-missing',
  'step/legacy-alias',
  'step/missing-builder',
  'step/missing-component',
  'step/missing-config',
  'step/unknown-reference',
  'step/unknown-source',
  'step/unmapped-file-name',
  'step/unregistered-builder',
  'workspace/isolation',
]);

const CORE = `#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "Processing",
        "description": "Packs a model",
    },
}
#- src/cursus/core/base/builder_base.py
class StepBuilderBase: ...
#- src/cursus/core/base/config_base.py
class BasePipelineConfig: ...
#- src/cursus/steps/builders/builder_package_step.py
from ...core.base.builder_base import StepBuilderBase
class PackageStepBuilder(StepBuilderBase): ...
#- src/cursus/steps/configs/config_package_step.py
from ...core.base.config_base import BasePipelineConfig
class PackageConfig(BasePipelineConfig): ...
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(step_type="Package")
#- src/cursus/steps/contracts/package_contract.py
PACKAGE_CONTRACT = ScriptContract(entry_point="package.py")
#- src/cursus/steps/scripts/package.py
`;

const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev';
const BOB = 'developer_workspaces/developers/bob/src/cursus_dev';

/** A registry of alice with one step, and whatever stands after it in the file. */
function registry(
  fields = '"builder_step_name": "ScoreStepBuilder", "config_class": "ScoreConfig"',
  after = '',
): string {
  return `#- ${ALICE}/registry/workspace_registry.py
from acme import NAME, NEW, EXTRA, COMMON, builder_of, choose, complete, overrides
LOCAL_STEPS = {"Score": {${fields}, "spec_type": "Score", "sagemaker_step_type": "Processing", "description": "Scores"}}
${after}
`;
}

/** The components of Score in alice; each may be given in another way. */
function components(
  given: Partial<Record<'builder' | 'config' | 'spec' | 'contract' | 'script', string>> = {},
): string {
  const texts = {
    builder: `#- ${ALICE}/steps/builders/builder_score_step.py
from cursus.core.base.builder_base import StepBuilderBase
class ScoreStepBuilder(StepBuilderBase): ...
`,
    config: `#- ${ALICE}/steps/configs/config_score_step.py
class ScoreConfig: ...
`,
    spec: `#- ${ALICE}/steps/specs/score_spec.py
SPEC = StepSpecification(step_type="Score")
`,
    contract: `#- ${ALICE}/steps/contracts/score_contract.py
CONTRACT = ScriptContract(entry_point="score.py")
`,
    script: `#- ${ALICE}/steps/scripts/score.py
`,
    ...given,
  };
  return Object.values(texts).join('');
}

function builder(body: string): { builder: string } {
  return { builder: `#- ${ALICE}/steps/builders/builder_score_step.py\n${body}\n` };
}

describe('what is certain and what is not', () => {
  it('a healthy repository is silent', () => check(registry() + components()));

  it('what is missing is said, once', () => {
    const absent = ['workspace_registry.py step/missing-builder', 'workspace_registry.py step/missing-config'];
    check(registry() + components({ builder: '', config: '' }), absent);
    check(registry() + components({ spec: '' }), ['workspace_registry.py step/missing-component']);
    check(registry() + components({ contract: '', script: '' }), ['workspace_registry.py step/missing-component']);
    check(registry() + components({ script: '' }), ['score_contract.py step/entry-point-missing']);
  });

  describe('builders', () => {
    const base = 'from cursus.core.base.builder_base import StepBuilderBase';

    it('derive from a base under another name, whoever else has that name', () => {
      const other = '#- app/models.py\nclass Base: ...\n';
      const alias = `${base} as Base\nclass ScoreStepBuilder(Base): ...`;
      check(registry() + components(builder(alias)) + other);
      const module = 'from cursus.core.base import builder_base as b\nclass ScoreStepBuilder(b.StepBuilderBase): ...';
      check(registry() + components(builder(module)) + other);
    });

    it('cannot be judged when a base comes from another package, even if somebody has a class of that name', () => {
      const other = `#- ${BOB}/steps/builders/common.py\nclass CommonBuilder: ...\n`;
      const external = 'from acme_steps import CommonBuilder\nclass ScoreStepBuilder(CommonBuilder): ...';
      check(registry() + components(builder(external)) + other);
    });

    it('are no builders when the very base that they import is none', () => {
      const wrong = ['workspace_registry.py step/builder-base'];
      check(registry() + components(builder('class ScoreStepBuilder: ...')), wrong);
      const common = `#- ${ALICE}/steps/builders/common.py\nclass Common: ...\n`;
      check(
        registry() + components(builder('from .common import Common\nclass ScoreStepBuilder(Common): ...')) + common,
        wrong,
      );
      const absolute = 'from cursus.tools.common import Common\nclass ScoreStepBuilder(Common): ...';
      check(`${registry()}${components(builder(absolute))}#- src/cursus/tools/common.py\nclass Common: ...\n`, wrong);
    });

    it('may be defined twice, one of them as a stand-in', () => {
      const twice = `if TESTING:\n    class ScoreStepBuilder: ...\nelse:\n    ${base}\n    class ScoreStepBuilder(StepBuilderBase): ...`;
      check(registry() + components(builder(twice)));
      check('#- docs/example.py\nclass PackageStepBuilder: ...\n');
    });

    it('may be imported from elsewhere, or made by code', () => {
      for (const body of [
        'from acme_steps import ScoreStepBuilder',
        'from acme_steps import Scorer as ScoreStepBuilder',
        'from acme_steps.builders import *',
        'for name in NAMES:\n    globals()[f"{name}StepBuilder"] = type(name, (Base,), {})',
        'ScoreStepBuilder = make_builder("Score")',
        'def __getattr__(name):\n    return load(name)',
      ])
        check(registry() + components(builder(body)));
    });

    it('may be put into the namespace of a module by code', () => {
      for (const body of [
        'globals().update(builders())',
        'scope = globals()\nfor name in NAMES:\n    scope[name] = make(name)',
        'import sys\nsetattr(sys.modules[__name__], NAME, make())',
        'import sys\nmodule = sys.modules[__name__]\nmodule.ScoreStepBuilder = make()',
        'import sys\nsys.modules[__name__].__dict__.update(builders())',
        'from sys import modules\nmodules[__name__] = Lazy()',
        'globals()["ScoreStepBuilder"], other = make()',
        'exec(CODE)',
        'def register(name):\n    globals()[name] = make(name)',
      ])
        check(registry() + components(builder(body)));
    });

    it('are missing all the same where code only reads a namespace, or gives another name', () => {
      for (const body of [
        'module = __import__(".x", globals(), locals(), [name], 1)',
        'def find(name):\n    return globals()[name]',
        'def find(name):\n    return globals().get(name)',
        'def run(code):\n    exec(code, {})',
        'def show():\n    locals()["ScoreStepBuilder"] = 1',
        'class Lazy:\n    def __getattr__(self, name):\n        return load(name)',
        'globals()["TotalStepBuilder"] = make()',
        'setattr(settings, "ScoreStepBuilder", 1)',
        '# globals()["ScoreStepBuilder"] = make()',
      ])
        check(registry() + components(builder(body)), ['workspace_registry.py step/missing-builder']);
    });

    it('are missing all the same when the import leads to a module of ours that has none', () => {
      const missing = ['workspace_registry.py step/missing-builder'];
      const relative = 'from .builder_total_step import ScoreStepBuilder';
      const total = `#- ${ALICE}/steps/builders/builder_total_step.py\n`;
      check(registry() + components(builder(relative)) + total, [...missing]);
      check(registry() + components(builder('from cursus.steps.builders.builder_package_step import *')), missing);
      check(registry() + components(builder(relative)), missing);
    });

    it('are not missing when a damaged file may have them', () =>
      check(registry() + components(builder('class ScoreStepBuilder(StepBuilderBase:\n    x = (\n'))));

    it('are registered as long as a row may name them', () => {
      const unregistered = ['builder_score_step.py step/unregistered-builder'];
      const only = components({ config: '', spec: '', contract: '', script: '' });
      check(`#- ${ALICE}/registry/workspace_registry.py\nLOCAL_STEPS = {}\n${only}`, unregistered);
      check(`#- ${ALICE}/registry/workspace_registry.py\nfrom acme import rows\nLOCAL_STEPS = rows()\n${only}`);
      check(registry('"builder_step_name": builder_of("Score"), "config_class": "ScoreConfig"') + components());
      check(registry('**COMMON, "config_class": "ScoreConfig"') + components());
      check(`#- ${ALICE}/registry/workspace_registry.py\n${only}`);
      check(only);
    });
  });

  it('steps of another package need no classes, unless they name others than they always do', () => {
    const row = (builder: string) =>
      `#- ${ALICE}/registry/workspace_registry.py\nSTEP_OVERRIDES = {"Registration": {"builder_step_name": "${builder}", "config_class": "RegistrationConfig"}}\n`;
    check(row('RegistrationStepBuilder'));
    check(row('RegistrationStepBuidler'), ['workspace_registry.py step/missing-builder']);
  });

  it('configs may be imported from elsewhere', () => {
    for (const body of ['from acme import ScoreConfig', 'from acme.configs import *'])
      check(registry() + components({ config: `#- ${ALICE}/steps/configs/__init__.py\n${body}\n` }));
  });

  it('rows that code changes afterwards are not judged', () => {
    const unknown = '"builder_step_name": "Nowhere", "config_class": "Nowhere"';
    const nothing = components({ builder: '', config: '' });
    check(registry(unknown) + nothing, [
      'workspace_registry.py step/missing-builder',
      'workspace_registry.py step/missing-config',
    ]);
    for (const change of [
      'LOCAL_STEPS["Score"].update(overrides())',
      'LOCAL_STEPS[NAME].update({"builder_step_name": "ScoreStepBuilder"})',
      'del LOCAL_STEPS["Score"]',
      'for name, row in LOCAL_STEPS.items():\n    if name in NEW:\n        row |= NEW[name]',
      'for row in list(LOCAL_STEPS.values()):\n    complete(row)',
    ])
      check(registry(unknown, change) + nothing);
    for (const change of [
      'LOCAL_STEPS["Score"]["builder_step_name"] = choose()',
      'for row in LOCAL_STEPS.values():\n    row["builder_step_name"] = choose()',
    ])
      check(registry(unknown, change) + nothing, ['workspace_registry.py step/missing-config']);
    check(registry(`${unknown}, **EXTRA`) + nothing);
    for (const reading of [
      'for _, row in LOCAL_STEPS.items():\n    row.setdefault("config_class", "ScoreConfig")',
      'print(LOCAL_STEPS["Score"]["config_class"])',
      'for name, row in LOCAL_STEPS.items():\n    print(row["config_class"], row.get("x"), len(row))',
      'def find(builder):\n    for name, row in LOCAL_STEPS.items():\n        if row["builder_step_name"] == builder:\n            found[name] = row["spec_type"]\n    return found',
    ])
      check(registry(unknown, reading) + nothing, [
        'workspace_registry.py step/missing-builder',
        'workspace_registry.py step/missing-config',
      ]);
  });

  describe('specifications and contracts', () => {
    const at = (path: string, text: string) => `#- ${ALICE}/steps/${path}\n${text}\n`;

    it('may be made by code of their own', () => {
      check(registry() + components({ spec: at('specs/score_spec.py', 'SPEC = make_spec("Score")') }));
      check(registry() + components({ spec: at('specs/score_training_spec.py', 'SPEC = make_spec("Score")') }));
      check(registry() + components({ contract: at('contracts/score_contract.py', 'class ScoreContract(Base): ...') }));
    });

    it('are known by their step type, their variable, or their file', () => {
      for (const spec of [
        at('specs/all.py', 'S = StepSpecification(step_type="Score_Training")'),
        at('specs/all.py', 'SCORE_SPEC = StepSpecification(**common)'),
        at('specs/deep/score_spec.py', 'S = StepSpecification(step_type=TYPE)'),
      ])
        check(registry() + components({ spec }));
      check(
        registry() +
          components({ contract: at('contracts/all.py', 'SCORE_CONTRACT = ScriptContract(entry_point="score.py")') }),
      );
      check(
        registry() +
          components({ spec: at('specs/all.py', 'S = StepSpecification(step_type=get_type("Score") + "_Training")') }),
      );
    });

    it('contracts are known by the specifications that name them', () => {
      const contract = at('contracts/points_contract.py', 'POINTS_CONTRACT = ScriptContract(entry_point="score.py")');
      const spec = (named: string) =>
        at(
          'specs/score_spec.py',
          `from ..contracts.points_contract import POINTS_CONTRACT\ndef _contract():\n    from ..contracts.points_contract import POINTS_CONTRACT\n    return POINTS_CONTRACT\nSPEC = StepSpecification(step_type="Score", script_contract=${named})`,
        );
      for (const named of ['POINTS_CONTRACT', '_contract()'])
        check(registry() + components({ contract, spec: spec(named) }));
      check(registry() + components({ contract, spec: spec('None') }), [
        'workspace_registry.py step/missing-component',
      ]);
    });
  });

  describe('scripts', () => {
    it('may stand in folders of their own', () =>
      check(registry() + components({ script: `#- ${ALICE}/steps/scripts/score/score.py\n` })));

    it('of one name in several folders are no conflict', () => {
      const contract = (name: string) =>
        `#- src/cursus/steps/contracts/${name}_contract.py\nC = ScriptContract(entry_point="train.py")\n`;
      const main = "if __name__ == '__main__':\n    main()\n";
      check(`${contract('a')}${contract('b')}#- dockers/a/train.py\n${main}#- dockers/b/train.py\n${main}`);
      check(`${contract('a')}${contract('b')}#- src/cursus/steps/scripts/train.py\n`, [
        'a_contract.py step/component-conflict',
        'b_contract.py step/component-conflict',
      ]);
    });

    it('need a step only when they are started by themselves', () => {
      check('#- src/cursus/steps/scripts/helpers.py\ndef read(): ...\n');
      check("#- src/cursus/steps/scripts/nightly_dump.py\nif __name__ == '__main__':\n    main()\n", [
        'nightly_dump.py step/unmapped-file-name',
      ]);
    });

    it('may be brought by the source directory of a config, from anywhere but another workspace', () => {
      const contract = '#- src/cursus/steps/contracts/a_contract.py\nC = ScriptContract(entry_point="train.py")\n';
      const main = "if __name__ == '__main__':\n    main()\n";
      const missing = ['a_contract.py step/entry-point-missing'];
      check(`${contract}#- dockers/a/train.py\n${main}`);
      check(`${contract}#- dockers/a/train.py\ndef train(): ...\n`, missing);
      check(`${contract}#- ${BOB}/dockers/train.py\n${main}`, missing);
    });

    it('are not looked for where the step runs none', () => {
      const contract = `#- ${ALICE}/steps/specs/score_spec.py\n#- ${ALICE}/steps/contracts/score_contract.py\nC = ScriptContract(entry_point="script.py")\n`;
      const row = (name: string, type: string) =>
        `#- ${ALICE}/registry/workspace_registry.py\nLOCAL_STEPS = {"${name}": {"sagemaker_step_type": "${type}"}}\n`;
      check(row('Score', 'Transform') + contract);
      check(row('Score', 'Processing') + contract, ['score_contract.py step/entry-point-missing']);
      const registration = `#- ${ALICE}/steps/specs/registration_spec.py\nS = StepSpecification(step_type="Registration", script_contract=MIMS_CONTRACT)\n`;
      const mims = contract.replace('score_contract', 'mims_contract').replace('C =', 'MIMS_CONTRACT =');
      check(row('Registration', 'Processing') + mims + registration);
      check(row('Registration', 'Processing') + mims, ['mims_contract.py step/entry-point-missing']);
    });

    it('of contracts that are none of ours do not count', () =>
      check('#- app/hr.py\nhire(EmploymentContract(entry_point="door.py"))\n'));
  });

  describe('names in code', () => {
    const pipeline = (text: string) => `#- pipelines/train.py\n${text}\n`;
    const unknown = ['train.py step/unknown-reference'];

    it('count where they are given to what is imported from the registry', () => {
      for (const text of [
        'from cursus.registry.step_names import get_config_class_name\nget_config_class_name("Nope")',
        'from cursus.registry.step_names import get_config_class_name as config\nconfig("Nope")',
        'from cursus.registry.step_names import *\nget_config_class_name("Nope")',
        'import cursus.registry.step_names as names\nnames.get_config_class_name("Nope")',
        'from cursus.registry import step_names\nstep_names.STEP_NAMES["Nope"]',
        'def run():\n    from cursus.registry import STEP_NAMES\n    return STEP_NAMES["Nope"]',
      ])
        check(pipeline(text), unknown);
    });

    it('do not count where the function is somebody else’s', () => {
      for (const text of [
        'def get_config_class_name(name): ...\nget_config_class_name("Nope")',
        'from .step_names import STEP_NAMES, get_config_class_name\nget_config_class_name("Nope")\nSTEP_NAMES["Nope"]',
        'from docker_registry import client\nclient.get_step_definition("Nope")',
        'from cursus.registry import STEP_NAMES\ndef get_config_class_name(name): ...\nget_config_class_name("Nope")',
      ])
        check(pipeline(text));
    });

    it('do not count in tests, half-typed, or where a file is damaged', () => {
      const text = 'from cursus.registry import get_config_class_name\nget_config_class_name("Nope")\n';
      check(`#- tests/test_train.py\n${text}`);
      check(`#- pipelines/train.py\n${text}x = (\n`);
      check('#- pipelines/train.py\nfrom cursus.registry import get_config_class_name\nget_config_class_name("Nope\n');
    });

    it('may be steps that a workspace computes, unless they look like a slip', () => {
      const computed = `#- ${BOB}/registry/workspace_registry.py\nfrom acme import rows\nLOCAL_STEPS = rows()\n`;
      const use = (name: string) =>
        pipeline(`from cursus.registry import get_config_class_name\nget_config_class_name("${name}")`);
      check(computed + use('Nope'));
      check(computed + use('Pakage'), unknown);
    });

    it('of aliases count in the code of registries only', () => {
      const aliases = 'class Wizard:\n    LEGACY_ALIASES = {"start": "welcome"}\n';
      check(`#- app/wizard.py\n${aliases}`);
      check(`#- src/cursus/registry/builder_registry.py\n${aliases}`, ['builder_registry.py step/unknown-reference']);
    });

    it('of kinds of steps are usual as sources', () =>
      check(
        '#- src/cursus/steps/specs/other_spec.py\nS = StepSpecification(step_type="Package", d=[DependencySpec(compatible_sources=["ProcessingStep", "DataLoad", "Package_Training"])])\n',
      ));
  });

  describe('hyperparameter modules', () => {
    const row = (module: string) =>
      `#- src/cursus/registry/hyperparameter_registry.py\nHYPERPARAMETER_REGISTRY = {"A": {"class_name": "AHyperparameters", "module_path": "${module}"}}\n`;
    const wrong = ['hyperparameter_registry.py hyperparameter/missing-module'];
    const file = (text: string) => `#- src/cursus/steps/hyperparams/hyperparameters_a.py\n${text}\n`;
    const module = 'cursus.steps.hyperparams.hyperparameters_a';

    it('are found from the root and from the folder of the package', () => {
      for (const each of [module, `src.${module}`]) check(row(each) + file('class AHyperparameters: ...'));
      check(row('cursus.steps.gone'), wrong);
    });

    it('may belong to packages that are installed elsewhere', () => check(row('transformers.training_args')));

    it('may pass on a class that they import', () => {
      for (const text of [
        'from .base import AHyperparameters',
        'from acme import *',
        'from acme import B as AHyperparameters',
      ])
        check(row(module) + file(text));
      check(row(module) + file('class BHyperparameters: ...'), wrong);
    });
  });

  it('imports of workspaces', () => {
    const script = (text: string) => `#- ${ALICE}/steps/scripts/helpers.py\n${text}\n`;
    const crossing = ['helpers.py workspace/isolation'];
    check(script('from developer_workspaces.developers import bob'), crossing);
    check(script('import developer_workspaces.developers.bob.src.cursus_dev.steps as theirs'), crossing);
    check(script('from developer_workspaces.developers.alice.src.cursus_dev import steps'));
    check(script('from developer_workspaces.shared.src.cursus_dev import steps'));
    check('#- pipelines/all.py\nfrom developer_workspaces.developers.bob.src import cursus_dev\n');
  });
});
