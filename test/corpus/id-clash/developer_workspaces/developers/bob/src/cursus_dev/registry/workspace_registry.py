"""Registry in the directory bob."""

LOCAL_STEPS = {
    "BetaCounts": {
        "config_class": "BetaCountsConfig",
        "builder_step_name": "BetaCountsStepBuilder",
        "spec_type": "BetaCounts",
        "sagemaker_step_type": "Processing",
        "description": "The step of bob",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "bob",
    "version": "1.0.0",
}
