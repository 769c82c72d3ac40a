"""Registry of farm."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "Package": {
        "config_class": "ColdPackageConfig",
        "builder_step_name": "ColdPackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "Processing",
        "description": "Packs model, calibration and inference code into one archive",
        "priority": 2,
    },
}

WORKSPACE_METADATA = {
    "developer_id": "farm",
    "version": "1.0.0",
    "description": "Workspace of farm",
}
