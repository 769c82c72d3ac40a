"""Registry in the directory dev_a."""

LOCAL_STEPS = {
    "AlphaCounts": {
        "config_class": "AlphaCountsConfig",
        "builder_step_name": "AlphaCountsStepBuilder",
        "spec_type": "AlphaCounts",
        "sagemaker_step_type": "Processing",
        "description": "The step of dev_a",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "bob",
    "version": "1.0.0",
}
