"""Registry of lines."""

LOCAL_STEPS = {
    "TabularPreprocessing": {  # registry: ignore[step/shadows-core]
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
    "RiskTableMapping": {  # registry: ignore[step/*]
        "config_class": "RiskTableMappingConfig",
        "builder_step_name": "RiskTableMappingStepBuilder",
        "spec_type": "RiskTableMapping",
        "sagemaker_step_type": "Processing",
        "description": "Replaces categories by the risk that was observed for them",
    },
    "XGBoostTraining": {  # registry: ignore[step/shadows-core, step/conflict]
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
    "Package": {
        "config_class": "PackageConfig", "builder_step_name": "PackageStepBuilder", "spec_type": "Package",
        "sagemaker_step_type": "Processing", "priority": 3, "description": "# registry: ignore[step/dropped-field]",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "lines",
    "version": "1.0.0",
    "description": "Workspace of lines",
}
