"""Registry of empty."""

LOCAL_STEPS = {
    "": {
        "config_class": "NamelessConfig",
        "builder_step_name": "NamelessStepBuilder",
        "spec_type": "Nameless",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "empty",
    "version": "1.0.0",
    "description": "Workspace of empty",
}
