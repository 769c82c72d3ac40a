"""Registry of ada."""

LOCAL_STEPS = {
    "ModelEvaluation": {
        "config_class": "AdaModelEvaluationConfig",
        "builder_step_name": "AdaModelEvaluationStepBuilder",
        "spec_type": "ModelEvaluation",
        "sagemaker_step_type": "Processing",
        "description": "ModelEvaluation of ada",
    },
    "CustomerScores": {
        "config_class": "ScoreConfig",
        "builder_step_name": "CustomerScoresStepBuilder",
        "spec_type": "CustomerScores",
        "sagemaker_step_type": "Processing",
        "description": "Scores customers",
    },
}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "AdaXGBoostTrainingConfig",
        "builder_step_name": "AdaXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "ada",
    "version": "1.0.0",
    "description": "Workspace of ada",
}
