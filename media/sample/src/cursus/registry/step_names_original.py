"""The steps that everybody shares."""

STEP_NAMES = {
    "CsvLoading": {
        "config_class": "CsvLoadingConfig",
        "builder_step_name": "CsvLoadingStepBuilder",
        "spec_type": "CsvLoading",
        "sagemaker_step_type": "Processing",
        "description": "Copies a table into the pipeline",
    },
    "TabularPreprocessing": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Cleans and splits a table",
    },
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains gradient boosted trees",
    },
    "ModelEvaluation": {
        "config_class": "ModelEvaluationConfig",
        "builder_step_name": "ModelEvaluationStepBuilder",
        "spec_type": "ModelEvaluation",
        "sagemaker_step_type": "Processing",
        "description": "Reports how good a model is",
    },
}
