"""Registry of the web analytics team."""

WORKSPACE_STEPS = {
    "ClickstreamSessions": {
        "config_class": "ClickstreamSessionsConfig",
        "builder_step_name": "ClickstreamSessionsStepBuilder",
        "spec_type": "ClickstreamSessions",
        "sagemaker_step_type": "Processing",
        "description": "Cuts clicks into sessions",
        "framework": "pandas",
    },
}

STEP_OVERRIDES = {
    "FeatureSelection": {
        "config_class": "StableFeatureSelectionConfig",
        "builder_step_name": "StableFeatureSelectionStepBuilder",
        "spec_type": "FeatureSelection",
        "sagemaker_step_type": "Processing",
        "description": "Keeps features whose importance is stable over time",
        "framework": "scikit-learn",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "dana",
    "version": "0.1.0",
    "description": "Sessions and funnels",
}
