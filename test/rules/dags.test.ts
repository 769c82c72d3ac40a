import { checkFindings } from '../support/fixture';

const CORE = `
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "XGBoostTraining": {"config_class": "XGBoostTrainingConfig"},
    "Package": {"config_class": "PackageConfig"},
}
#- src/cursus/pipeline_catalog/shared_dags/xgboost/simple`;

describe('alignment/unknown-node', () => {
  const says = (name: string, text: string): void => {
    it(name, () => {
      checkFindings(CORE + text, ['alignment/unknown-node']);
    });
  };

  says(
    'knows steps with and without job types, and says a name once',
    `.py
from cursus import PipelineDAG
def make():
    dag = PipelineDAG()
    dag.add_node("XGBoostTraining")
    dag.add_node("Package_calibration")
    dag.add_node("Packaging")
#                ^^^^^^^^^^^ alignment/unknown-node
    dag.add_edge("XGBoostTraining", "Packaging")
`,
  );
  says(
    'finds edges to a node that is spelled otherwise',
    `.py
from cursus import PipelineDAG
dag = PipelineDAG()
dag.add_node("XGBoostTraining_training")
dag.add_edge("XGBoostTraining_trainign", "XGBoostTraining_training")
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/unknown-node
`,
  );
  says(
    'reads DAGs in JSON',
    `.dag.json
{"dag": {
  "nodes": ["XGBoostTraining",
    "XGBoostEval"],
#   ^^^^^^^^^^^^^ alignment/unknown-node
  "edges": [["XGBoostTraining", "XGBoostEval"]]}}
`,
  );
  says(
    'reads the modules of the catalogue, which import the class by its path',
    `.py
from ....api.dag.base_dag import PipelineDAG
def make() -> PipelineDAG:
    dag = PipelineDAG()
    dag.add_node("XGBoostTrainign")
#                ^^^^^^^^^^^^^^^^^ alignment/unknown-node
    dag.add_edge("XGBoostTraining", "XGBoostTrainign")
    return dag
`,
  );
  says('leaves other graphs alone', '.py\ngraph.add_node("Packaging")\n');
  says('is silent about names that code makes', '.py\nPipelineDAG()\ndag.add_node(f"{name}")\ndag.add_node(name)\n');
});
