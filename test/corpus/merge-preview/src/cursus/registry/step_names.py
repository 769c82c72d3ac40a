STEP_NAMES = {
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a model with XGBoost",
    },
}

CONFIG_STEP_REGISTRY = {row["config_class"]: name for name, row in STEP_NAMES.items()}
