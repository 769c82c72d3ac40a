"""Registry of builders."""

LOCAL_STEPS = {
    "BrokenBuilder": {
        "config_class": "BrokenConfig",
        "builder_step_name": "Broken StepBuilder",
        "spec_type": "Broken",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "builders",
    "version": "1.0.0",
    "description": "Workspace of builders",
}
