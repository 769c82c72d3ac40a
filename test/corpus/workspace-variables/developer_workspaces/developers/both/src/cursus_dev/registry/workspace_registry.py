"""Half migrated."""

WORKSPACE_STEPS = {
    "PriceElasticity": {
        "config_class": "PriceElasticityConfig",
        "builder_step_name": "PriceElasticityStepBuilder",
        "spec_type": "PriceElasticity",
        "sagemaker_step_type": "Processing",
        "description": "Learns how price moves demand",
    },
}

LOCAL_STEPS = {
    "StockForecast": {
        "config_class": "StockForecastConfig",
        "builder_step_name": "StockForecastStepBuilder",
        "spec_type": "StockForecast",
        "sagemaker_step_type": "Processing",
        "description": "Forecasts the stock",
    },
}

STEP_OVERRIDES = {}


WORKSPACE_METADATA = {
    "developer_id": "both",
    "version": "1.0.0",
    "description": "Workspace of both",
}
