import { checkFindings } from '../support/fixture';

const CONTRACT = `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model"},
    expected_output_paths={"payload_sample": "/opt/ml/processing/output"},
    required_env_vars=[],
)`;

/** A contract and a specification that names it, with the given arguments and module-level code. */
function specification(given: string, before = 'from ..contracts.payload_contract import PAYLOAD_CONTRACT'): string {
  return `${CONTRACT}
#- src/cursus/steps/specs/payload_spec.py
${before}
${given}`;
}

describe('alignment/contract-specification', () => {
  const silent = (name: string, fixture: string): void => {
    it(`is silent ${name}`, () => {
      checkFindings(fixture, ['alignment/*']);
    });
  };

  silent(
    'if code puts the dependencies together',
    specification(
      'SPEC = StepSpecification(script_contract=PAYLOAD_CONTRACT, dependencies=COMMON + [], outputs=[*COMMON_OUTPUTS])',
    ),
  );
  silent(
    'if a spread may give the arguments',
    specification('SPEC = StepSpecification(script_contract=PAYLOAD_CONTRACT, **given)'),
  );
  silent(
    'if the specification is changed later',
    specification(
      'SPEC = StepSpecification(script_contract=PAYLOAD_CONTRACT, dependencies=[], outputs=[])\nSPEC.dependencies.update(more)',
    ),
  );
  silent(
    'if the contract comes from another module',
    specification(
      'SPEC = StepSpecification(script_contract=PAYLOAD_CONTRACT, dependencies=[], outputs=[])',
      'from elsewhere.payload_contract import PAYLOAD_CONTRACT',
    ),
  );
  silent(
    'if the specification names no contract',
    specification('SPEC = StepSpecification(dependencies=[], outputs=[])'),
  );
  silent(
    'if names stand for the logical names',
    specification(`MODEL = "model_input"
SPEC = StepSpecification(
    script_contract=PAYLOAD_CONTRACT,
    dependencies={"model_input": DependencySpec(logical_name=MODEL)},
    outputs=(OutputSpec(logical_name="payload_sample"),),
)`),
  );

  it('finds the contract that a function of the file imports and returns', () => {
    checkFindings(
      specification(
        `def _contract():
    from ..contracts.payload_contract import PAYLOAD_CONTRACT
    return PAYLOAD_CONTRACT
SPEC = StepSpecification(script_contract=_contract(), dependencies={}, outputs=[OutputSpec(logical_name="payload_sample")])
#^^^ alignment/contract-specification`,
        '',
      ),
      ['alignment/*'],
    );
  });

  it('does not take an alias for the name of an output', () => {
    checkFindings(
      specification(`SPEC = StepSpecification(
#^^^ alignment/contract-specification
    script_contract=PAYLOAD_CONTRACT,
    dependencies=[DependencySpec(logical_name="model_input")],
    outputs=[OutputSpec(logical_name="sample", aliases=["payload_sample"])],
)`),
      ['alignment/*'],
    );
  });
});

describe('alignment/duplicate-name', () => {
  it('tells what the run time drops from what it refuses', () => {
    checkFindings(
      `#- src/cursus/steps/specs/payload_spec.py
SPEC = StepSpecification(
    dependencies=[
        DependencySpec(logical_name="model"),
        DependencySpec(logical_name="Model"),
        DependencySpec(logical_name="model"),
#                                   ^^^^^^^ alignment/duplicate-name
    ],
    outputs=[
        OutputSpec(logical_name="sample", aliases=["a", "A", "Sample"]),
#                                                            ^^^^^^^^ alignment/duplicate-name
        OutputSpec(logical_name="other", aliases=["a", "b", *more]),
#                                                 ^^^ alignment/duplicate-name
        OutputSpec(logical_name="B"),
#                               ^^^ alignment/duplicate-name
    ],
)
`,
      ['alignment/*'],
    );
  });
});

const PAYLOAD = `#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model"},
    expected_output_paths={"payload_sample": "/opt/ml/processing/output"},
    required_env_vars=["LABEL_FIELD"],
)
`;

/** The contract of a step, its script, and what its builder returns as the arguments of the script. */
function step(script: string, builder = '        return None', contract = PAYLOAD): string {
  return `${contract}#- src/cursus/steps/builders/builder_payload_step.py
class PayloadStepBuilder(StepBuilderBase):
    def _get_job_arguments(self):
${builder}

    def create_step(self):
        self.environment["BUILT_HERE"] = "--not-for-the-script"
#- src/cursus/steps/scripts/payload.py
import os
LABEL = os.environ.get("LABEL_FIELD")
${script}
`;
}

describe('alignment/script-path', () => {
  it('follows names and tables of the script, and leaves alone what is given twice or decided by code', () => {
    checkFindings(
      step(`INPUT = "/opt/ml/processing/input/other"
TWICE = "/opt/ml/processing/input/a"
TWICE = "/opt/ml/processing/input/b"
PATHS = {
    # where results go
    "SAMPLE": "/opt/ml/processing/outputs",
}
if __name__ == "__main__":
    input_paths = {
        "model": INPUT,
#                ^^^^^ alignment/script-path
        "below": "/opt/ml/processing/input/model/x",  # mounted with the folder above
        # "old": "/opt/ml/processing/input/old",
        "twice": TWICE,
        "code": "/opt/ml/code/models",
        "computed": os.path.join(INPUT, "x"),
        "unread": "/opt/ml/processing/input/unread",
    }
    output_paths: dict[str, str] = {"sample": PATHS["SAMPLE"]}
#                                             ^^^^^ alignment/script-path
`),
      ['alignment/*'],
    );
  });

  it('is silent where a contract gets its paths from code', () => {
    checkFindings(
      step(
        'if __name__ == "__main__":\n    input_paths = {"x": "/opt/ml/processing/input/x"}',
        undefined,
        PAYLOAD.replace('"/opt/ml/processing/input/model"', 'folder("model")'),
      ),
      ['alignment/*'],
    );
  });
});

describe('alignment/script-variable', () => {
  it('tells a look-up from an assignment, from what has a default, and from what others set', () => {
    checkFindings(
      step(`os.environ["LEVEL"] = "1"
os.environ["LEVEL"]
os.environ["SM_MODEL_DIR"]
os.environ["BUILT_HERE"]
"""os.environ["IN_TEXT"]"""
def f():
    if "GUARDED" in os.environ:
        return os.environ["GUARDED"]
    return os.environ["NEEDED"]
#                     ^^^^^^^^ alignment/script-variable
`),
      ['alignment/*'],
    );
  });

  it('is silent where the script catches KeyError', () => {
    checkFindings(step('try:\n    os.environ["NEEDED"]\nexcept KeyError:\n    pass'), ['alignment/*']);
  });
});

describe('alignment/script-argument', () => {
  const parser = (calls: string, end = 'args = parser.parse_args()'): string =>
    `import argparse\nparser = argparse.ArgumentParser()\n${calls}\n${end}`;

  it('finds what the parser refuses', () => {
    checkFindings(
      step(
        parser('parser.add_argument("--job_type", required=True)\nparser.add_argument("-n", "--count")'),
        '        return ["--job_type", "x", "--co", "1", "--mode", "y"]\n#                                               ^^^^^^^^ alignment/script-argument',
      ),
      ['alignment/*'],
    );
  });

  for (const [name, script, builder] of [
    ['a parser passes over what it does not know', parser('', 'parser.parse_known_args()'), '        return ["--x"]'],
    ['code decides an argument', parser('parser.add_argument(NAME)'), '        return ["--x"]'],
    [
      'the builder asks another of its methods',
      parser('parser.add_argument("--x", required=True)'),
      '        return self._shared()',
    ],
    [
      'the builder adds what its config has',
      parser('parser.add_argument("--x", required=True)'),
      '        given = []\n        given.extend(self.config.more)\n        return given',
    ],
    ['the builder asks its base', parser('parser.add_argument("--x", required=True)'), '        return super().f()'],
    ['the script reads no arguments', 'print()', '        return ["--x"]'],
  ] as const)
    it(`is silent where ${name}`, () => {
      checkFindings(step(script, builder), ['alignment/*']);
    });
});

describe('alignment rules over interfaces', () => {
  const withArguments = (config: string, script: string): string => `#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
contract:
  entry_point: payload.py
  job_arguments:
  - flag: --job_type
    source: job_type
#- src/cursus/steps/configs/config_payload_step.py
class PayloadConfig(BasePipelineConfig):
    def get_job_arguments(self):
        return ${config}
#- src/cursus/steps/scripts/payload.py
import argparse
parser = argparse.ArgumentParser()
${script}
args = parser.parse_args()
`;

  it('hold what a config gives against what the script knows', () => {
    checkFindings(
      withArguments(
        '["--job_type", self.job_type, "--size", "2"]\n#                                            ^^^^^^^^ alignment/script-argument',
        `parser.add_argument("--job_type")
parser.add_argument("--mode", required=True)
#                   ^^^^^^^^ alignment/script-argument`,
      ),
      ['alignment/*'],
    );
  });

  it('hold what an interface declares against what the script knows', () => {
    const files = withArguments('self._job_type_arg()', 'parser.add_argument("--job_kind")').replace(
      '  - flag: --job_type\n',
      '  - flag: --job_type\n#         ^^^^^^^^^^ alignment/script-argument\n',
    );
    checkFindings(files, ['alignment/*']);
  });

  it('say one thing once where the config gives what the interface declares', () => {
    checkFindings(
      withArguments(
        '["--job_type", self.job_type]\n#               ^^^^^^^^^^^^ alignment/script-argument',
        'parser.add_argument("--job_kind")',
      ),
      ['alignment/*'],
    );
  });

  it('read the contract and the specification of an interface', () => {
    checkFindings(
      `#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
contract:
  entry_point: payload.py
  inputs:
    model_input:
      path: /opt/ml/processing/input/model
  env_vars:
    required:
    - LABEL_FIELD
    - OLD_NAME
#     ^^^^^^^^ alignment/unused-by-script
spec:
  dependencies:
    model_input:
      type: model_artifacts
  outputs:
    sample:
      aliases: [sample, Sample]
      property_path: properties.ProcessingOutputConfig.Outputs['payload'].S3Output.S3Uri
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/property-path
#- src/cursus/steps/scripts/payload.py
import os
os.environ["LABEL_FIELD"]
if __name__ == "__main__":
    input_paths = {"model": "/opt/ml/processing/input/data"}
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/script-path
`,
      ['alignment/*'],
    );
  });
});

describe('alignment/unmet-dependency', () => {
  const files = (dependency: string, outputs: string): string => `#- src/cursus/registry/step_names.py
STEP_NAMES = {"Training": {"spec_type": "Training"}, "Loading": {"spec_type": "Loading"}}
#- src/cursus/steps/specs/package_spec.py
PACKAGE_SPEC = StepSpecification(
    step_type="Package",
    dependencies=[DependencySpec(
${dependency}
        dependency_type="processing_output",
        compatible_sources=["Training", "ProcessingStep"],
    )],
)
#- src/cursus/steps/specs/training_spec.py
TRAINING_SPEC = StepSpecification(step_type="Training", outputs=${outputs})
#- src/cursus/steps/specs/loading_spec.py
LOADING_SPEC = StepSpecification(
    step_type="Loading", outputs=[OutputSpec(logical_name="rows", output_type="processing_output")],
)
`;
  const named = '        logical_name="data",';
  const model = '[OutputSpec(logical_name="model", output_type="model_artifacts")]';

  it('is a hint where outputs of others would do', () => {
    checkFindings(files(`${named}\n#                    ^^^^^^ alignment/unmet-dependency`, model), ['alignment/*']);
  });

  for (const [name, dependency, outputs] of [
    ['code decides the outputs of a source', named, 'make_outputs()'],
    ['a source has such an output', named, '[OutputSpec(logical_name="x", output_type="processing_output")]'],
    ['the dependency is optional', `${named} required=False,`, model],
    ['code decides the sources', `${named} semantic_keywords=words(),`, model],
  ] as const)
    it(`is silent where ${name}`, () => {
      checkFindings(files(dependency, outputs), ['alignment/*']);
    });

  it('is silent while an interface or a component is half-written', () => {
    const [path, specs] = ['src/cursus/steps', files(named, model)];
    for (const half of [
      `interfaces/loading.step.yaml\nstep_type: Loading\nspec: {outputs: {x: {`,
      `specs/x_spec.py\nfrom . import a\nclass (`,
      `specs/x_spec.py\nSPEC = StepSpecification(step_type="Loading", outputs=[`,
    ])
      checkFindings(`${specs}#- ${path}/${half}\n`, ['alignment/*']);
  });
});

describe('alignment/unmapped-port', () => {
  const file = (contract: string, more = ''): string => `#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
contract:
  entry_point: payload.py
${contract}
spec:
  dependencies:
    model_input:
      required: false
${more}
`;

  it('is said of dependencies of interfaces, once for one cause', () => {
    const mark = '#   ^^^^^^^^^^^ alignment/unmapped-port';
    checkFindings(
      file('  inputs:\n    other: {path: /opt/ml/processing/input/other}', '    other: {}').replace(
        '      required',
        `${mark}\n      required`,
      ),
      ['alignment/*'],
    );
    checkFindings(file('  inputs:\n    model: {path: /opt/ml/processing/input/model}'), ['alignment/*']);
  });

  it('is silent of what the script loads by itself', () => {
    checkFindings(
      file(
        '  inputs:\n    other: {path: /opt/ml/processing/input/other}\n  skip_inputs: [model_input]',
        '    other: {}',
      ),
      ['alignment/*'],
    );
  });
});
