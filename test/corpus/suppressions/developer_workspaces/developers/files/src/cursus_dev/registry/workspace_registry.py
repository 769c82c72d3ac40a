# registry: ignore-file[step/dropped-field]
"""Priorities are kept on purpose."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "XGBoostModelEval": {
        "config_class": "XGBoostModelEvalConfig",
        "builder_step_name": "XGBoostModelEvalStepBuilder",
        "spec_type": "XGBoostModelEval",
        "sagemaker_step_type": "Processing",
        "description": "Scores a data set with a trained XGBoost model and writes metrics",
        "priority": 5,
        "environment_tags": ["gpu"],
    },
    "Payload": {
        "config_class": "PayloadConfig",
        "builder_step_name": "PayloadStepBuilder",
        "spec_type": "Payload",
        "sagemaker_step_type": "Processing",
        "description": "Writes sample requests for load tests of the endpoint",
        "priority": 7,
    },
}


WORKSPACE_METADATA = {
    "developer_id": "files",
    "version": "1.0.0",
    "description": "Workspace of files",
}
