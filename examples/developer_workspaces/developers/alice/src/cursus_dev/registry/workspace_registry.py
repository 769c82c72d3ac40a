"""Registry of the card fraud team."""

LOCAL_STEPS = {
    "FraudVelocityFeatures": {
        "config_class": "VelocityFeaturesConfig",
        "builder_step_name": "FraudVelocityFeaturesStepBuilder",
        "spec_type": "FraudVelocityFeatures",
        "sagemaker_step_type": "Processing",
        "description": "Counts payments per card and hour",
        "framework": "pandas",
        "job_types": ["training", "validation"],
        "priority": 80,
        "environment_tags": ["development", "cpu"],
    },
    "DeviceGraphEmbedding": {
        "config_class": "DeviceGraphEmbeddingConfig",
        "builder_step_name": "DeviceGraphEmbeddingStepBuilder",
        "spec_type": "DeviceGraphEmbedding",
        "sagemaker_step_type": "Processing",
        "description": "Embeds devices that share cards into a vector space",
        "framework": "scikit-learn",
    },
    "ModelEvaluation": {
        "config_class": "FraudModelEvaluationConfig",
        "builder_step_name": "FraudModelEvaluationStepBuilder",
        "spec_type": "ModelEvaluation",
        "sagemaker_step_type": "Processing",
        "description": "Reports precision among the riskiest payments",
        "framework": "pandas",
    },
    "ChargebackLabeling": {  # spec and script are still being written
        "config_class": "ChargebackLabelingConfig",
        "builder_step_name": "ChargebackLabelingStepBuilder",
        "spec_type": "ChargebackLabeling",
        "sagemaker_step_type": "Procesing",
        "description": "Labels payments that were charged back later",
    },
}

STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "CustomXGBoostTrainingConfig",
        "builder_step_name": "CustomXGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "XGBoost with early stopping on precision at the top",
        "framework": "xgboost",
        "job_types": ["training", "validation"],
    },
}

WORKSPACE_METADATA = {
    "developer_id": "alice",
    "version": "1.4.0",
    "description": "Features and models against card fraud",
    "dependencies": ["pandas>=2.0", "xgboost>=1.7,<3"],  # registry: ignore[workspace/invalid-metadata]
    "preferred_frameworks": ["xgboost", "pandas"],
}
