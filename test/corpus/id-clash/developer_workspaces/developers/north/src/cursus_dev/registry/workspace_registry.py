"""Registry in the directory north."""

LOCAL_STEPS = {
    "GammaCounts": {
        "config_class": "GammaCountsConfig",
        "builder_step_name": "GammaCountsStepBuilder",
        "spec_type": "GammaCounts",
        "sagemaker_step_type": "Processing",
        "description": "The step of north",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "depot",
    "version": "1.0.0",
}
