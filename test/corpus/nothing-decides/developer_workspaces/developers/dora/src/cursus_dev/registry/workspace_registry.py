"""Registry of dora."""

LOCAL_STEPS = {
    "DriftCheck": {
        "config_class": "DriftCheckConfig",
        "builder_step_name": "DriftCheckStepBuilder",
        "spec_type": "DriftCheck",
        "sagemaker_step_type": "Processing",
        "description": "Compares two weeks",
        "conflict_resolution_strategy": "manual",
        "priority": 10,
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "dora",
    "version": "1.0.0",
    "description": "Drift",
    "conflict_tolerance": "low",
}
