"""Registry in the directory south."""

LOCAL_STEPS = {
    "DeltaCounts": {
        "config_class": "DeltaCountsConfig",
        "builder_step_name": "DeltaCountsStepBuilder",
        "spec_type": "DeltaCounts",
        "sagemaker_step_type": "Processing",
        "description": "The step of south",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "depot",
    "version": "1.0.0",
}
