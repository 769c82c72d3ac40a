"""Registry of roads."""

LOCAL_STEPS = {
    "RouteLength": {
        "config_class": "RouteLengthConfig",
        "builder_step_name": "RouteLengthStepBuilder",
        "spec_type": "RouteLength",
        "sagemaker_step_type": "Processing",
        "description": "Measures routes",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "roads",
    "version": "1.0.0",
    "description": "Workspace of roads",
}
