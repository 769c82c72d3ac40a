"""Registry of dropped."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "Payload": {
        "config_class": "PayloadConfig",
        "builder_step_name": "PayloadStepBuilder",
        "spec_type": "Payload",
        "sagemaker_step_type": "Processing",
        "description": "Writes sample requests for load tests of the endpoint",
        "priority": "high",
        "environment_tags": "gpu",
    },
    "DummyTraining": {
        "config_class": "DummyTrainingConfig",
        "builder_step_name": "DummyTrainingStepBuilder",
        "spec_type": "DummyTraining",
        "sagemaker_step_type": "Processing",
        "description": "Passes a pretrained model on as if it had just been trained",
        "priority": 80,
        "compatibility_tags": ["tabular"],
        "conflict_resolution_strategy": "framework_match",
    },
    "FeatureSelection": {
        "config_class": "FeatureSelectionConfig",
        "builder_step_name": "FeatureSelectionStepBuilder",
        "spec_type": "FeatureSelection",
        "sagemaker_step_type": "Processing",
        "description": "Keeps the features that carry most information about the label",
        "job_type": ["training"],
        "owner": "dropped",
    },
    "CurrencyConversion": {
        "config_class": "CurrencyConversionConfig",
        "builder_step_name": "CurrencyConversionStepBuilder",
        "spec_type": "CurrencyConversion",
        "sagemaker_step_type": "Processing",
        "description": "Converts amounts to one currency by the rate of the day",
        "conflict_resolution_strategy": "newest_wins",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "dropped",
    "version": "1.0.0",
    "description": "Workspace of dropped",
}
