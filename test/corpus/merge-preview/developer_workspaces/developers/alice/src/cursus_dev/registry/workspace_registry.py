LOCAL_STEPS = {
    "Churn": {
        "config_class": "ChurnConfig",
        "builder_step_name": "AliceChurnStepBuilder",
        "spec_type": "AliceChurn",
        "sagemaker_step_type": "Processing",
        "description": "Says who is about to leave",
    },
    "Rates": {
        "config_class": "RatesConfig",
        "builder_step_name": "RatesStepBuilder",
        "spec_type": "Rates",
        "sagemaker_step_type": "Processing",
        "description": "Rates of everybody",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "alice",
    "version": "1.0.0",
    "description": "Workspace of alice",
}
