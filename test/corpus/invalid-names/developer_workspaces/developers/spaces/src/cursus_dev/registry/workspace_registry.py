"""Registry of spaces."""

LOCAL_STEPS = {
    "First": {
        "config_class": "FirstConfig",
        "builder_step_name": "FirstStepBuilder",
        "spec_type": "First",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "My Step": {
        "config_class": "MyStepConfig",
        "builder_step_name": "MyStepBuilder",
        "spec_type": "My",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "Later": {
        "config_class": "LaterConfig",
        "builder_step_name": "LaterStepBuilder",
        "spec_type": "Later",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
}

STEP_OVERRIDES = {
    "TabularPreprocessing": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Never loaded",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "spaces",
    "version": "1.0.0",
    "description": "Workspace of spaces",
}
