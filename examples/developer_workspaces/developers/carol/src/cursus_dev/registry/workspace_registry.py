"""Registry of the forecasting team."""

# New steps of this workspace
LOCAL_STEPS = {
    "DemandSeasonality": {
        "config_class": "DemandSeasonalityConfig",
        "builder_step_name": "DemandSeasonalityStepBuilder",
        "spec_type": "DemandSeasonality",
        "sagemaker_step_type": "Processing",
        "description": "Takes weekday and holiday effects out of the demand",
        "framework": "pandas",
        "job_types": ["training", "validation"],
    },
    "DemandForecastTraining": {
        "config_class": "DemandForecastTrainingConfig",
        "builder_step_name": "DemandForecastTrainingStepBuilder",
        "spec_type": "DemandForecastTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a forecast of the demand per article",
        "framework": "pytorch",
        "job_types": ["training"],
    },
    # A step of our own that only shares its name with core: agreed with the platform team until the next release.
    "StratifiedSampling": {  # registry: ignore[step/shadows-core]
        "config_class": "ArticleStratifiedSamplingConfig",
        "builder_step_name": "ArticleStratifiedSamplingStepBuilder",
        "spec_type": "StratifiedSampling",
        "sagemaker_step_type": "Processing",
        "description": "Draws whole articles, so that no series is cut",
    },
}

# Core steps that run differently here. Builder and config are in the shared workspace.
STEP_OVERRIDES = {
    "ModelCalibration": {
        "config_class": "BetaModelCalibrationConfig",
        "builder_step_name": "BetaModelCalibrationStepBuilder",
        "spec_type": "ModelCalibration",
        "sagemaker_step_type": "Processing",
        "description": "Calibrates scores with a beta distribution",
        "framework": "scikit-learn",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "carol",
    "version": "2.1.0",
    "description": "Demand forecasts",
    "dependencies": ["pandas>=2.0", "torch>=2.0,<3"],
    "default_resolution_strategy": "workspace_priority",
    "preferred_frameworks": ["pytorch", "pandas"],
    "environment_preferences": ["production", "gpu"],
    "conflict_tolerance": "medium",
}
