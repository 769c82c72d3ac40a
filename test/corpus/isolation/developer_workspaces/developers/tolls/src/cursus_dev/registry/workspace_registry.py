"""Registry of tolls."""

LOCAL_STEPS = {
    "RouteCost": {
        "config_class": "RouteCostConfig",
        "builder_step_name": "RouteCostStepBuilder",
        "spec_type": "RouteCost",
        "sagemaker_step_type": "Processing",
        "description": "Prices routes",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "tolls",
    "version": "1.0.0",
    "description": "Workspace of tolls",
}
