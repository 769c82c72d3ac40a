"""Registry of odd."""

LOCAL_STEPS = {
    "ChurnScoring": {
        "config_class": "ChurnScoringConfig",
        "builder_step_name": "ChurnScoringStepBuilder",
        "spec_type": "ChurnScoring",
        "sagemaker_step_type": "Processing",
        "description": "Scores the risk that a customer leaves",
    },
    "ChurnReport": {
        "config_class": "ChurnReportConfig",
        "builder_step_name": "ChurnReportStepBuilder",
        "spec_type": "ChurnReport",
        "sagemaker_step_type": "Processing",
        "description": "Prints it",
    },
    "DeepChurn": {
        "config_class": "DeepChurnConfig",
        "builder_step_name": "DeepChurnStepBuilder",
        "spec_type": "DeepChurn",
        "sagemaker_step_type": "Processing",
        "description": "Scores it with a network",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "odd",
    "version": "1.0.0",
    "description": "Workspace of odd",
}
