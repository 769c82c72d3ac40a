import { memoizePerObject } from '../../base/memoize-per-object';
import { truncateName } from '../../base/message-text';
import { type Fact, Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  closest,
  isAnyWorkspaceOpen,
  isCataloguePath,
  isReference,
  nameVerdict,
  type ReferenceFact,
  reportWithSuggestion,
  stepNamesFor,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unknownNode: FactRule<ReferenceFact> = {
  code: 'alignment/unknown-node',
  severity: 'warning',
  summary: 'A node of a DAG is no step of any registry, or an edge leads to a node that the DAG does not have.',
  why:
    'A node is called like its step, with a job type behind it where there is one (TabularPreprocessing_training). When a pipeline is compiled, ' +
    'the config of a node is found by that name. For a node that is called like no step, compiling fails, or takes whichever config ' +
    'resembles it most. Of an edge to a node that nobody adds, add_edge makes one more node, and a DAG written as JSON does not load. ' +
    'Where code decides which steps there are, only what looks like a slip is reported.',
  remedy: 'Correct the name, or register the step.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"config_class": "XGBoostTrainingConfig"}}
#- src/cursus/steps/configs/config_xgboost_training_step.py
class XGBoostTrainingConfig: ...
#- src/cursus/pipeline_catalog/shared_dags/xgboost/simple_dag.py
from ....api.dag.base_dag import PipelineDAG
dag = PipelineDAG()
dag.add_node("XGBoostTrainer_training")
#            ^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/unknown-node
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"config_class": "XGBoostTrainingConfig"}}
#- src/cursus/steps/configs/config_xgboost_training_step.py
class XGBoostTrainingConfig: ...
#- src/cursus/pipeline_catalog/shared_dags/xgboost/simple_dag.py
from ....api.dag.base_dag import PipelineDAG
dag = PipelineDAG()
dag.add_node("XGBoostTraining_training")
`,
  over: 'fact',
  kind: 'reference',
  wide: true,
  *check(reference, lookup) {
    const { name, file } = reference;
    if (reference.to !== 'node' || file.incomplete || !isCataloguePath(file.path)) return;
    const { first, known } = nodesIn(lookup.contents(file).facts);
    // One cause is said once: where the name stands first.
    if (first.get(name) !== reference) return;
    const place = at(reference, Part.name);
    if (known.size > 0 && !known.has(name)) {
      const meant = closest(name, known);
      const message = `No node of this DAG is called '${truncateName(name)}', so this edge leads to none that is meant`;
      // Where the node itself is misspelt, the finding is at the node.
      if (meant !== undefined && nameVerdict(meant, undefined, lookup) !== 'unknown')
        yield reportWithSuggestion(place, message, meant);
    } else if (nameVerdict(name, undefined, lookup) === 'unknown') {
      const meant = nearestStep(name, stepNamesFor(undefined, lookup));
      if (meant === undefined && isAnyWorkspaceOpen(lookup)) return;
      const message = `No registry has a step for the node '${truncateName(name)}': compiling this DAG fails, or takes another step for it`;
      yield reportWithSuggestion(place, message, meant);
    }
  },
};

/** Where each node stands first in a file, and the names of those that are added to its DAG. */
const nodesIn = memoizePerObject((facts: readonly Fact[]) => {
  const first = new Map<string, ReferenceFact>();
  const known = new Set<string>();
  for (const node of facts.filter(isNode)) {
    if (!first.has(node.name)) first.set(node.name, node);
    if (node.api === 'add_node') known.add(node.name);
  }
  return { first, known };
});

function isNode(fact: Fact): fact is ReferenceFact {
  return isReference(fact) && fact.to === 'node';
}

/** The step that was likely meant, with the job type of the node. */
function nearestStep(node: string, steps: readonly string[]): string | undefined {
  const [stem = '', jobType] = node.split(/_(?=[^_]*$)/);
  const step = closest(stem, steps) ?? closest(node, steps);
  return step === undefined || jobType === undefined ? step : `${step}_${jobType}`;
}
