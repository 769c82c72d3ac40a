"""Registry of dev_a."""

LOCAL_STEPS = {
    "ParcelTracking": {
        "config_class": "ParcelTrackingConfig",
        "builder_step_name": "ParcelTrackingStepBuilder",
        "spec_type": "ParcelTracking",
        "sagemaker_step_type": "Processing",
        "description": "Follows parcels",
        "priority": 10,
    },
    "TabularPreprocessing": {
        "config_class": "DepotTabularPreprocessingConfig",
        "builder_step_name": "DepotTabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "DepotXGBoostTrainingConfig",
        "builder_step_name": "DepotXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
    "NoSuchCoreStep": {
        "config_class": "NoSuchCoreStepConfig",
        "builder_step_name": "NoSuchCoreStepStepBuilder",
        "spec_type": "NoSuchCoreStep",
        "sagemaker_step_type": "Processing",
        "description": "May well be a core step",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "dev_a",
    "version": "1.0.0",
    "description": "Workspace of dev_a",
}
