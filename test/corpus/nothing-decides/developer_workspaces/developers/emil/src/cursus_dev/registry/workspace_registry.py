"""Registry of emil."""

LOCAL_STEPS = {
    "DriftCheck": {
        "config_class": "MonthlyDriftCheckConfig",
        "builder_step_name": "MonthlyDriftCheckStepBuilder",
        "spec_type": "DriftCheck",
        "sagemaker_step_type": "Processing",
        "description": "Compares two months",
        "conflict_resolution_strategy": "manual",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "emil",
    "version": "1.0.0",
    "description": "Drift",
    "conflict_tolerance": "medium",
}
