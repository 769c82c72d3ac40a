"""Registry of types."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "TabularPreprocessing": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "EMRServerless",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
    "RiskTableMapping": {
        "config_class": "RiskTableMappingConfig",
        "builder_step_name": "RiskTableMappingStepBuilder",
        "spec_type": "RiskTableMapping",
        "sagemaker_step_type": "Tuning",
        "description": "Replaces categories by the risk that was observed for them",
    },
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Trainig",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
    "XGBoostModelEval": {
        "config_class": "XGBoostModelEvalConfig",
        "builder_step_name": "XGBoostModelEvalStepBuilder",
        "spec_type": "XGBoostModelEval",
        "sagemaker_step_type": "processing",
        "description": "Scores a data set with a trained XGBoost model and writes metrics",
    },
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "SparkCluster",
        "description": "Packs model, calibration and inference code into one archive",
    },
    "Payload": {
        "config_class": "PayloadConfig",
        "builder_step_name": "PayloadStepBuilder",
        "spec_type": "Payload",
        "sagemaker_step_type": "RegisterModel",
        "description": "Writes sample requests for load tests of the endpoint",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "types",
    "version": "1.0.0",
    "description": "Workspace of types",
}
