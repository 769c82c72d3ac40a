"""Registry in the directory carla_old."""

LOCAL_STEPS = {
    "EpsilonCounts": {
        "config_class": "EpsilonCountsConfig",
        "builder_step_name": "EpsilonCountsStepBuilder",
        "spec_type": "EpsilonCounts",
        "sagemaker_step_type": "Processing",
        "description": "The step of carla_old",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "carla",
    "version": "1.0.0",
}
