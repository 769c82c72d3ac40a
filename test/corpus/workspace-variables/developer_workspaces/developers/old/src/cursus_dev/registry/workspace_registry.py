"""As the older document has it."""

WORKSPACE_STEPS = {
    "ColdStart": {
        "config_class": "ColdStartConfig",
        "builder_step_name": "ColdStartStepBuilder",
        "spec_type": "ColdStart",
        "sagemaker_step_type": "Processing",
        "description": "Handles users without a history",
    },
}

STEP_OVERRIDES = {}


WORKSPACE_METADATA = {
    "developer_id": "old",
    "version": "1.0.0",
    "description": "Workspace of old",
}
