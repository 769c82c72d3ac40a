"""Registry of two."""

LOCAL_STEPS = {
    "NightBus": {
        "config_class": "NightBusConfig",
        "builder_step_name": "NightBusStepBuilder",
        "spec_type": "NightBus",
        "sagemaker_step_type": "Processing",
        "description": "Plans night buses",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "two",
    "version": "1.0.0",
    "description": "Workspace of two",
}
