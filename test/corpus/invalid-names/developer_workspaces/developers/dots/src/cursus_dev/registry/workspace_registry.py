"""Registry of dots."""

LOCAL_STEPS = {
    "Version2.1": {
        "config_class": "VersionTwoConfig",
        "builder_step_name": "VersionTwoStepBuilder",
        "spec_type": "VersionTwo",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "dots",
    "version": "1.0.0",
    "description": "Workspace of dots",
}
