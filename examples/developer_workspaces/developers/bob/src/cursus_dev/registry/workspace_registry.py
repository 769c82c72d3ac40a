"""Registry of the payments team."""

LOCAL_STEPS = {
    "TabularPreprocessing": {
        "config_class": "PaymentsTabularPreprocessingConfig",
        "builder_step_name": "PaymentsTabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Preprocessing that keeps refunds and fees apart",
        "framework": "pandas",
    },
    "PaymentRiskScoring": {
        "config_class": "PaymentRiskScoringConfig",
        "builder_step_name": "PaymentRiskScoringStepBuilder",
        "spec_type": "PaymentRiskScoring",
        "sagemaker_step_type": "Processing",
        "description": "Scores payments, first version",
    },
    "PaymentVelocityFeatures": {
        "config_class": "VelocityFeaturesConfig",
        "builder_step_name": "PaymentVelocityFeaturesStepBuilder",
        "spec_type": "PaymentVelocityFeatures",
        "sagemaker_step_type": "Processing",
        "description": "Counts transfers per account and day",
        "framework": "pandas",
    },
    "ModelEvaluation": {
        "config_class": "PaymentModelEvaluationConfig",
        "builder_step_name": "PaymentModelEvaluationStepBuilder",
        "spec_type": "ModelEvaluation",
        "sagemaker_step_type": "Processing",
        "description": "Reports money saved at each threshold",
        "framework": "xgboost",
    },
    "SettlementReconciliation": {
        "config_class": "SettlementReconciliationConfig",
        "builder_step_name": "SettlementReconciliationStepBuilder",
        "spec_type": "SettlementReconciliation",
        "sagemaker_step_type": "Processing",
        "description": "Matches payments with the statements of the bank",
    },
    "RefundForecast": {
        "config_class": "RefundForecastConfig",
        "builder_step_name": "RefundForecastStepBuilder",
        "spec_type": "RefundForecast",
        "sagemaker_step_type": "Processing",
        "description": "Forecasts refunds per week",
    },
    "PayoutForecast": {
        "config_class": "RefundForecastConfig",
        "builder_step_name": "RefundForecastStepBuilder",
        "spec_type": "RefundForecast",
        "sagemaker_step_type": "Processing",
        "description": "Forecasts payouts per week",
    },
    "PaymentRiskScoring": {
        "config_class": "PaymentRiskScoringConfig",
        "builder_step_name": "PaymentRiskScoringStepBuilder",
        "spec_type": "PaymentRiskScoring",
        "sagemaker_step_type": "Processing",
        "description": "Scores open payments",
        "framework": "xgboost",
        "job_types": ["validation"],
    },
}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "PaymentsXGBoostTrainingConfig",
        "builder_step_name": "PaymentsXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "XGBoost with costs per payment as weights",
        "framework": "xgboost",
    },
    "SettlementReconciliation": {
        "config_class": "SettlementReconciliationConfig",
        "builder_step_name": "SettlementReconciliationStepBuilder",
        "spec_type": "SettlementReconciliation",
        "sagemaker_step_type": "Processing",
        "description": "Matches payments with statements, nightly",
    },
    "LightGBMTrainning": {
        "config_class": "PaymentsLightGBMTrainingConfig",
        "builder_step_name": "PaymentsLightGBMTrainingStepBuilder",
        "spec_type": "LightGBMTrainning",
        "sagemaker_step_type": "Training",
        "description": "LightGBM with monotone constraints on fees",
        "framework": "lightgbm",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "bob",
    "version": "0.9.2",
    "description": "Payments",
    "dependencies": ["pandas>=2.0"],
}
