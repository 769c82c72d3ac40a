"""A copy that nobody should read."""

STEP_NAMES = {
    "My Step": {"config_class": "NoConfig", "builder_step_name": "NoBuilder"},
    "My Step": "twice",
    "XGBoostTraining": {"config_class": "OldXGBoostTrainingConfig", "sagemaker_step_type": "Trainig"},
}
