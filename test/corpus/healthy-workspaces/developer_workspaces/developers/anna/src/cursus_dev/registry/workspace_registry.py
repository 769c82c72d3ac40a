"""Registry of anna."""

LOCAL_STEPS = {
    "BasketFeatures": {
        "config_class": "BasketFeaturesConfig",
        "builder_step_name": "BasketFeaturesStepBuilder",
        "spec_type": "BasketFeatures",
        "sagemaker_step_type": "Processing",
        "description": "Sums up what is in a basket",
        "framework": "pandas",
        "job_types": ["training", "validation"],
        "metadata": {"owner": "anna", "since": 2025},
    },
    "ReturnsForecast": {
        "config_class": "ReturnsForecastConfig",
        "builder_step_name": "ReturnsForecastStepBuilder",
        "spec_type": "ReturnsForecast",
        "sagemaker_step_type": "Training",
        "description": "Forecasts what is sent back",
        "framework": "xgboost",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "anna",
    "version": "1.0.0",
    "description": "Workspace of anna",
    "dependencies": ["pandas>=2.0", "xgboost[dask]>=1.7; python_version >= '3.9'"],
}
