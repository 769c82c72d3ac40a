"""Registry of conventions."""

LOCAL_STEPS = {
    "Feature-Join": {
        "config_class": "FeatureJoinConfig",
        "builder_step_name": "FeatureJoinStepBuilder",
        "spec_type": "FeatureJoin",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "Étape": {
        "config_class": "EtapeConfig",
        "builder_step_name": "EtapeStepBuilder",
        "spec_type": "Etape",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "3DFeatures": {
        "config_class": "ThreeDeeConfig",
        "builder_step_name": "ThreeDeeStepBuilder",
        "spec_type": "ThreeDee",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "snake_case": {
        "config_class": "SnakeCaseConfig",
        "builder_step_name": "SnakeCaseStepBuilder",
        "spec_type": "SnakeCase",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "Plain": {
        "config_class": "PlainSettings",
        "builder_step_name": "PlainBuilder",
        "spec_type": "PlainBuilder",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "conventions",
    "version": "1.0.0",
    "description": "Workspace of conventions",
}
