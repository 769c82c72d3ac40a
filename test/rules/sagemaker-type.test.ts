import { checkFindings } from '../support/fixture';

describe('step/unknown-sagemaker-type', () => {
  it('reports every core row that shares one mistyped type, and none of a type of the repository', () => {
    checkFindings(`#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "A": {"sagemaker_step_type": "Procesing", "builder_step_name": "AStepBuilder"},
#                                ^^^^^^^^^^^ step/unknown-sagemaker-type
    "B": {"sagemaker_step_type": "Procesing", "builder_step_name": "BStepBuilder"},
#                                ^^^^^^^^^^^ step/unknown-sagemaker-type
    "C": {"sagemaker_step_type": "OurQueue", "builder_step_name": "CStepBuilder"},
    "D": {"sagemaker_step_type": "OurQueue", "builder_step_name": "DStepBuilder"},
}
`);
  });
});
