"""Registry of dev1."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "CurrencyConversion": {
        "config_class": "DailyCurrencyConversionConfig",
        "builder_step_name": "DailyCurrencyConversionStepBuilder",
        "spec_type": "CurrencyConversion",
        "sagemaker_step_type": "Processing",
        "description": "Converts amounts to one currency by the rate of the day",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "dev1",
    "version": "1.0.0",
    "description": "Workspace of dev1",
}
