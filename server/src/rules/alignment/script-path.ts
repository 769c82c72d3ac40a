import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { nearest } from '../../base/similarity';
import { at } from '../../model/finding';
import type { Fix } from '../../model/fix';
import {
  contractsOfScript,
  mayLackPaths,
  mayLackTerms,
  meetsPath,
  renameTerm,
  type TermsFact,
  termsOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const scriptPath: FactRule<TermsFact> = {
  code: 'alignment/script-path',
  severity: 'warning',
  summary: 'A script calls its main with a path that its contract does not have.',
  why:
    'The builder mounts the inputs of a processing job at the paths of the contract, and uploads what the script leaves at the output ' +
    'paths of the contract. At any other path below /opt/ml/processing/input the script finds nothing, and what it writes to any other path below ' +
    '/opt/ml/processing/output is lost with the job. The logical names of a script are its own and may differ from those of the contract. ' +
    'A path below one of the contract, or above one, is fine; paths that code puts together are left alone.',
  remedy: 'Correct the path in the script or in the contract, or add it to the contract.',
  bad: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model"},
    expected_output_paths={"payload_sample": "/opt/ml/processing/output"},
    required_env_vars=[],
)
#- src/cursus/steps/scripts/payload.py
if __name__ == "__main__":
    input_paths = {"model_input": "/opt/ml/processing/input/models"}
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/script-path
    main(input_paths)
`,
  good: `
#- src/cursus/steps/contracts/payload_contract.py
PAYLOAD_CONTRACT = ScriptContract(
    entry_point="payload.py",
    expected_input_paths={"model_input": "/opt/ml/processing/input/model"},
    expected_output_paths={"payload_sample": "/opt/ml/processing/output"},
    required_env_vars=[],
)
#- src/cursus/steps/scripts/payload.py
if __name__ == "__main__":
    input_paths = {"model_input": "/opt/ml/processing/input/model"}
    main(input_paths)
`,
  over: 'fact',
  kind: 'terms',
  *check(script, lookup) {
    if (script.by !== 'script' || mayLackTerms(script)) return;
    const contracts = contractsOfScript(script, lookup);
    if (contracts.length === 0 || contracts.some(mayLackPaths)) return;
    const paths = contracts.flatMap(({ terms }) => terms.flatMap(({ path }) => path ?? []));
    for (const { term, index } of [...termsOf(script, 'input'), ...termsOf(script, 'output')]) {
      const { of, path } = term;
      if (!path?.startsWith(`/opt/ml/processing/${of}`)) continue;
      if (paths.some(each => meetsPath(path, each))) continue;
      const consequence = of === 'input' ? 'nothing is mounted there' : 'what the script writes there is lost';
      yield {
        at: at(script, Part.fieldName(index)),
        message: `The contract of this script has no path '${truncateName(path)}', so ${consequence}`,
        related: contracts.slice(0, 3).map(each => ({ at: at(each, Part.name), message: 'the contract' })),
        fixes: nearbyPath(script, index, contracts),
      };
    }
  },
};

/** Takes a path of the contract that is spelled nearly so, and that the script has no other use for. */
function nearbyPath(script: TermsFact, index: number, contracts: readonly TermsFact[]): Fix[] {
  const { of, path = '' } = script.terms[index] ?? {};
  const root = `/opt/ml/processing/${of}/`;
  const used = new Set(script.terms.map(term => term.path));
  const free = contracts.flatMap(({ terms }) =>
    terms.flatMap(term => (term.of === of && term.path?.startsWith(root) && !used.has(term.path) ? [term.path] : [])),
  );
  // What all of them begin with says nothing of how alike they are.
  const meant = nearest(
    path.slice(root.length),
    free.map(each => each.slice(root.length)),
  );
  return meant === undefined ? [] : [renameTerm(script, index, root + meant)];
}
