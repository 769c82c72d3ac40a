"""Registry of dora."""

LOCAL_STEPS = {
    "FeatureJoin": {
        "config_class": "DoraFeatureJoinConfig",
        "builder_step_name": "DoraFeatureJoinStepBuilder",
        "spec_type": "FeatureJoin",
        "sagemaker_step_type": "Processing",
        "description": "FeatureJoin of dora",
        "conflict_resolution_strategy": "manual",
    },
}

STEP_OVERRIDES = {
    "TabularPreprocessing": {
        "config_class": "DoraTabularPreprocessingConfig",
        "builder_step_name": "DoraTabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "dora",
    "version": "1.0.0",
    "description": "Workspace of dora",
    "conflict_tolerance": "low",
}
