import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { contractOfSpecification, mayLackTerms, portFixes, type TermsFact, termsOf } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const contractSpecification: FactRule<TermsFact> = {
  code: 'alignment/contract-specification',
  severity: 'error',
  summary: 'A contract has an input or output that the specification which names it does not have.',
  why:
    'A builder compares its specification with the contract that the specification names, before it does anything else. Every input of ' +
    'the contract must be a dependency with the same logical name, and every output must be an output with the same logical name; ' +
    'aliases do not count. Otherwise it raises ValueError (“Contract inputs missing from specification dependencies”), and no ' +
    'pipeline with this step can be built. More in the specification than in the contract is allowed. Interfaces are checked by ' +
    'step/interface-alignment; what code puts together is left alone.',
  remedy: 'Give both the same name, add what is missing to the specification, or take it out of the contract.',
  bad: `
#- src/cursus/steps/contracts/risk_table_mapping_contract.py
RISK_TABLE_MAPPING_CONTRACT = ScriptContract(
    entry_point="risk_table_mapping.py",
    expected_input_paths={
        "data_input": "/opt/ml/processing/input/data",
        "risk_tables": "/opt/ml/processing/input/risk_tables",
    },
    expected_output_paths={},
    required_env_vars=[],
)
#- src/cursus/steps/specs/risk_table_mapping_training_spec.py
from ..contracts.risk_table_mapping_contract import RISK_TABLE_MAPPING_CONTRACT
RISK_TABLE_MAPPING_TRAINING_SPEC = StepSpecification(
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/contract-specification
    step_type="RiskTableMapping_Training",
    script_contract=RISK_TABLE_MAPPING_CONTRACT,
    dependencies=[DependencySpec(logical_name="data_input")],
)
`,
  good: `
#- src/cursus/steps/contracts/risk_table_mapping_contract.py
RISK_TABLE_MAPPING_CONTRACT = ScriptContract(
    entry_point="risk_table_mapping.py",
    expected_input_paths={
        "data_input": "/opt/ml/processing/input/data",
        "risk_tables": "/opt/ml/processing/input/risk_tables",
    },
    expected_output_paths={},
    required_env_vars=[],
)
#- src/cursus/steps/specs/risk_table_mapping_training_spec.py
from ..contracts.risk_table_mapping_contract import RISK_TABLE_MAPPING_CONTRACT
RISK_TABLE_MAPPING_TRAINING_SPEC = StepSpecification(
    step_type="RiskTableMapping_Training",
    script_contract=RISK_TABLE_MAPPING_CONTRACT,
    dependencies=[
        DependencySpec(logical_name="data_input"),
        DependencySpec(logical_name="risk_tables", required=False),
    ],
)
`,
  over: 'fact',
  kind: 'terms',
  *check(specification, lookup) {
    if (specification.by !== 'specification' || mayLackTerms(specification)) return;
    const contract = contractOfSpecification(specification, lookup);
    if (contract === undefined || mayLackTerms(contract)) return;
    yield* absent(contract, specification, 'input');
    yield* absent(contract, specification, 'output');
  },
};

/** Reports what the contract has and the specification does not have. */
function* absent(contract: TermsFact, specification: TermsFact, of: 'input' | 'output'): Iterable<Report> {
  if (specification.open.includes(of)) return;
  const there = new Set(termsOf(specification, of).map(({ term }) => term.name));
  const needed = of === 'input' ? 'dependency' : 'output';
  for (const { term, index } of termsOf(contract, of)) {
    if (there.has(term.name)) continue;
    there.add(term.name);
    yield {
      at: at(specification, Part.name),
      message:
        `The contract '${truncateName(contract.name)}' has the ${of} '${truncateName(term.name)}', but this specification has no ` +
        `${needed} of that name: a builder that is made with it stops with ValueError`,
      related: [{ at: at(contract, Part.fieldName(index)), message: `the ${of} of the contract` }],
      fixes: portFixes(specification, of, term.name, contract),
    };
  }
}
