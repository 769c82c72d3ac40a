"""Registry of dev_b."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "HarbourXGBoostTrainingConfig",
        "builder_step_name": "HarbourXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "harbour",
    "version": "1.0.0",
    "description": "Workspace of dev_b",
}
