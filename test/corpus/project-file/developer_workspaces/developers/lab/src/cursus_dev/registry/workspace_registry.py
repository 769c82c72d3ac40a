"""Registry of lab."""

LOCAL_STEPS = {
    "TabularPreprocessing": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
}

STEP_OVERRIDES = {
    "RiskTableMapping": {
        "config_class": "RiskTableMappingConfig",
        "builder_step_name": "RiskTableMappingStepBuilder",
        "spec_type": "RiskTableMapping",
        "sagemaker_step_type": "Processing",
        "description": "Replaces categories by the risk that was observed for them",
        "priority": 3,
    },
}

WORKSPACE_METADATA = {
    "developer_id": "lab",
    "version": "1.0.0",
    "description": "Workspace of lab",
}
