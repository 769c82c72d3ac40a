"""Registry of blue."""

LOCAL_STEPS = {
    "LatheVibration": {
        "config_class": "LatheVibrationConfig",
        "builder_step_name": "LatheVibrationStepBuilder",
        "spec_type": "LatheVibration",
        "sagemaker_step_type": "Processing",
        "description": "Watches lathes",
    },
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "blue",
    "version": "1.0.0",
    "description": "Workspace of blue",
}
