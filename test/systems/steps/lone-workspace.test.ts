import { checkFindings } from '../../support/fixture';

describe('a developer folder that is opened by itself', () => {
  it('is a workspace, judged without a core and without a directory name', () =>
    void checkFindings(
      `
#- src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "Bad Name": {},
#   ^^^^^^^^^^ step/invalid-name
}
STEP_OVERRIDES = {"XGBoostTraining": {"builder_step_name": "CustomStepBuilder"}}
WORKSPACE_METADATA = {"developer_id": "alice"}
`,
      [
        'step/invalid-name',
        'step/override-unknown',
        'step/missing-builder',
        'workspace/id-mismatch',
        'workspace/invalid-id',
      ],
    ));
});
