"""Registry of fields."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "StratifiedSampling": {
        "builder_step_name": "StratifiedSamplingStepBuilder",
        "sagemaker_step_type": "Processing",
        "description": "Draws a sample that keeps the class balance",
    },
    "DummyDataLoading": {
        "config_class": "DummyDataLoadingConfig",
        "builder_step_name": "DummyDataLoadingStepBuilder",
        "spec_type": "DummyDataLoading",
        "sagemaker_step_type": "Processing",
    },
    "MissingValueImputation": {
        "config_class": "MissingValueImputationConfig",
        "builder_step_name": "MissingValueImputationStepBuilder",
        "spec_type": "MissingValueImputation",
        "description": "Fills missing values with statistics of the training set",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "fields",
    "version": "1.0.0",
    "description": "Workspace of fields",
}
