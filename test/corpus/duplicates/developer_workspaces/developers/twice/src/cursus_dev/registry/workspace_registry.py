"""Registry of twice."""

LOCAL_STEPS = {
    "TrendFeatures": {
        "config_class": "TrendFeaturesConfig",
        "builder_step_name": "TrendFeaturesStepBuilder",
        "description": "Slopes",
        "spec_type": "TrendFeatures",
        "sagemaker_step_type": "Processing",
        "description": "Slopes of series",
    },
    "SeasonFeatures": {
        "config_class": "TrendFeaturesConfig",
        "builder_step_name": "TrendFeaturesStepBuilder",
        "spec_type": "TrendFeatures",
        "sagemaker_step_type": "Processing",
        "description": "Periods of series",
    },
    "CopyFeatures": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "CopyFeaturesStepBuilder",
        "spec_type": "CopyFeatures",
        "sagemaker_step_type": "Processing",
        "description": "Copies features",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "twice",
    "version": "1.0.0",
    "description": "Workspace of twice",
}
