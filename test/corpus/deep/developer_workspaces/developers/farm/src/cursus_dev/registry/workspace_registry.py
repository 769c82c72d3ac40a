"""Registry of farm."""

LOCAL_STEPS = {
    "HarvestForecast": {
        "config_class": "HarvestForecastConfig",
        "builder_step_name": "HarvestForecastStepBuilder",
        "spec_type": "HarvestForecast",
        "sagemaker_step_type": "Processing",
        "description": "Forecasts the harvest",
        "priority": 1,
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "farm",
    "version": "1.0.0",
    "description": "Workspace of farm",
}
