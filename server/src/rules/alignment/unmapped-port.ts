import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import {
  contractOfSpecification,
  isSectionOf,
  mapPort,
  mayLackTerms,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unmappedPort: FactRule<TermsFact> = {
  code: 'alignment/unmapped-port',
  severity: 'warning',
  summary: 'A specification has an output or a dependency for which its contract has no path.',
  why:
    'Builders of processing jobs go through the dependencies and outputs of the specification and take the path of each from the contract. Where the ' +
    'contract has none, they stop with ValueError (“No container path found”): always for an output and for a required dependency, and for an ' +
    'optional one once it is given, which is information. The comparison of contract and specification that a builder begins with lets it pass. ' +
    'Silent for contracts without a script, for inputs that an interface skips, for steps that are sinks, where the contract has none at all, and where it has ' +
    'something that the specification lacks as well: that is alignment/contract-specification or step/interface-alignment.',
  remedy: 'Give both the same name, add the path to the contract, or take it out of the specification.',
  bad: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model"},
    expected_output_paths={"payload_sample": "/opt/ml/processing/output"},
)
#- src/cursus/steps/specs/payload_spec.py
from ..contracts.payload_contract import PAYLOAD_CONTRACT
PAYLOAD_SPEC = StepSpecification(
    step_type="Payload",
    script_contract=PAYLOAD_CONTRACT,
    dependencies=[DependencySpec(logical_name="model_input")],
    outputs=[OutputSpec(logical_name="payload_sample"), OutputSpec(logical_name="metadata")],
#                                                                               ^^^^^^^^^^ alignment/unmapped-port
)
`,
  good: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model"},
    expected_output_paths={
        "payload_sample": "/opt/ml/processing/output/sample",
        "metadata": "/opt/ml/processing/output/metadata",
    },
)
#- src/cursus/steps/specs/payload_spec.py
from ..contracts.payload_contract import PAYLOAD_CONTRACT
PAYLOAD_SPEC = StepSpecification(
    step_type="Payload",
    script_contract=PAYLOAD_CONTRACT,
    dependencies=[DependencySpec(logical_name="model_input")],
    outputs=[OutputSpec(logical_name="payload_sample"), OutputSpec(logical_name="metadata")],
)
`,
  over: 'fact',
  kind: 'terms',
  *check(specification, lookup) {
    if (specification.by !== 'specification' || mayLackTerms(specification)) return;
    const contract =
      specification.inInterface === true
        ? lookup.contents(specification.file).facts.find(fact => isSectionOf(fact, 'contract'))
        : contractOfSpecification(specification, lookup);
    if (contract?.entryPoint === undefined || mayLackTerms(contract)) return;
    yield* unmapped(specification, contract, 'input');
    yield* unmapped(specification, contract, 'output');
  },
};

function* unmapped(specification: TermsFact, contract: TermsFact, of: 'input' | 'output'): Iterable<Report> {
  if (contract.open.includes(of) || specification.open.includes(of)) return;
  const mapped = new Set(termsOf(contract, of).map(({ term }) => term.name));
  const listed = new Set(termsOf(specification, of).map(({ term }) => term.name));
  // A contract that has none at all may leave them to its builder.
  if (mapped.size === 0 || [...mapped].some(name => !listed.has(name))) return;
  const skipped = new Set(termsOf(contract, 'skipped input').map(({ term }) => term.name));
  const what = of === 'input' ? 'dependency' : 'output';
  for (const { term, index } of termsOf(specification, of)) {
    if (mapped.has(term.name) || skipped.has(term.name)) continue;
    const isOptional = of === 'input' && term.required !== true;
    yield {
      at: at(specification, Part.fieldName(index)),
      message:
        `The contract of this specification has no path for the ${what} '${truncateName(term.name)}': a builder that takes paths from it ` +
        `stops with ValueError${isOptional ? ' once this is given' : ''}`,
      related: [{ at: at(contract, Part.name), message: 'the contract' }],
      fixes: [mapPort(contract, of, term.name)],
      ...(isOptional ? { severity: 'info' as const } : {}),
    };
  }
}
