"""Registry of the team that looks for card fraud."""

LOCAL_STEPS = {
    "VelocityFeatures": {
        "config_class": "VelocityFeatureConfig",
        "builder_step_name": "VelocityFeaturesStepBuilder",
        "spec_type": "VelocityFeatures",
        "sagemaker_step_type": "Procesing",
        "description": "Counts payments per card and hour",
    },
}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "EarlyStoppingConfig",
        "builder_step_name": "EarlyStoppingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Stops when precision at the top gets no better",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "alice",
    "version": "1.0.0",
    "description": "Features and models against card fraud",
}
