"""Rows added one by one."""

from acme_common import row_for

LOCAL_STEPS = {}
for region in ("EU", "NA"):
    LOCAL_STEPS["Report" + region] = row_for(region)

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
}
STEP_OVERRIDES.update({
    "XGBoostModelEval": {
        "config_class": "XGBoostModelEvalConfig",
        "builder_step_name": "XGBoostModelEvalStepBuilder",
        "spec_type": "XGBoostModelEval",
        "sagemaker_step_type": "Processing",
        "description": "Scores a data set with a trained XGBoost model and writes metrics",
    },
})


WORKSPACE_METADATA = {
    "developer_id": "loops",
    "version": "1.0.0",
    "description": "Workspace of loops",
}
