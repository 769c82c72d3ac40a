"""Registry of dev."""

LOCAL_STEPS = {
    "DevOnly": {
        "config_class": "DevOnlyConfig",
        "builder_step_name": "DevOnlyStepBuilder",
        "spec_type": "DevOnly",
        "sagemaker_step_type": "Processing",
        "description": "A step of one workspace",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "dev",
    "version": "1.0.0",
    "description": "Workspace of dev",
}
