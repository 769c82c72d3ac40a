"""Registry of ben."""

LOCAL_STEPS = {
    "BasketScores": {
        "config_class": "ScoreConfig",
        "builder_step_name": "BasketScoresStepBuilder",
        "spec_type": "BasketScores",
        "sagemaker_step_type": "Processing",
        "description": "Scores baskets",
    },
    "ModelEvaluation": {
        "config_class": "BenModelEvaluationConfig",
        "builder_step_name": "BenModelEvaluationStepBuilder",
        "spec_type": "ModelEvaluation",
        "sagemaker_step_type": "Processing",
        "description": "ModelEvaluation of ben",
    },
}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "BenXGBoostTrainingConfig",
        "builder_step_name": "BenXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "ben",
    "version": "1.0.0",
    "description": "Workspace of ben",
}
