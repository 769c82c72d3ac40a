"""Registry of factory."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
        "priority": 3,
    },
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "Processing",
        "description": "Packs model, calibration and inference code into one archive",
        "owner": "factory",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "factory",
    "version": "1.0.0",
    "description": "Workspace of factory",
}
