STEP_NAMES = {
    "LegacyLoad": {
        "config_class": "LegacyLoadConfig",
        "builder_step_name": "LegacyLoadStepBuilder",
        "spec_type": "LegacyLoad",
        "sagemaker_step_type": "Processing",
        "description": "Loads",
    },
    "XGBoost": {
        "config_class": "XGBoostConfig",
        "builder_step_name": "XGBoostStepBuilder",
        "spec_type": "XGBoost",
        "sagemaker_step_type": "Training",
    },
}
