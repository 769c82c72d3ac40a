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
