"""Registry of the team that forecasts demand."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "QuantileConfig",
        "builder_step_name": "QuantileStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains for quantiles",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "bob",
    "version": "1.0.0",
    "description": "Forecasts",
}
