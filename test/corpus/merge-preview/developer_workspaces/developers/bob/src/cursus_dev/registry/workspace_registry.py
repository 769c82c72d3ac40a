LOCAL_STEPS = {
    "Churn": {
        "config_class": "ChurnConfig",
        "builder_step_name": "BobChurnStepBuilder",
        "spec_type": "BobChurn",
        "sagemaker_step_type": "Processing",
        "description": "Says who is about to leave",
    },
    "Scores": {
        "config_class": "ScoresConfig",
        "builder_step_name": "ScoresStepBuilder",
        "spec_type": "Rates",
        "sagemaker_step_type": "Processing",
        "description": "Scores of everybody",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "bob",
    "version": "1.0.0",
    "description": "Workspace of bob",
}
