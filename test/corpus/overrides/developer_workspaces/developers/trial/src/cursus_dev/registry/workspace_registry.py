"""Registry of trial."""

LOCAL_STEPS = {
    "TrialSplit": {
        "config_class": "TrialSplitConfig",
        "builder_step_name": "TrialSplitStepBuilder",
        "spec_type": "TrialSplit",
        "sagemaker_step_type": "Processing",
        "description": "Splits users into groups",
    },
    "TabularPreprocessing": {
        "config_class": "TrialTabularPreprocessingConfig",
        "builder_step_name": "TrialTabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
    "XGBoostTraining": {
        "config_class": "TrialXGBoostTrainingConfig",
        "builder_step_name": "TrialXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
}

STEP_OVERRIDES = {
    "XGBoostModelEval": {
        "config_class": "TrialXGBoostModelEvalConfig",
        "builder_step_name": "TrialXGBoostModelEvalStepBuilder",
        "spec_type": "XGBoostModelEval",
        "sagemaker_step_type": "Processing",
        "description": "Scores a data set with a trained XGBoost model and writes metrics",
    },
    "XGBoostTraining": {
        "config_class": "TrialXGBoostTrainingConfig",
        "builder_step_name": "TrialXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
    "Pakage": {
        "config_class": "TrialPackageConfig",
        "builder_step_name": "TrialPackageStepBuilder",
        "spec_type": "Pakage",
        "sagemaker_step_type": "Processing",
        "description": "Packs model, calibration and inference code into one archive",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "trial",
    "version": "1.0.0",
    "description": "Workspace of trial",
}
