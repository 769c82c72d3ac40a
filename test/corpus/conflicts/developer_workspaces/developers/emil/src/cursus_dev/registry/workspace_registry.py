"""Registry of emil."""

LOCAL_STEPS = {
    "FeatureJoin": {
        "config_class": "EmilFeatureJoinConfig",
        "builder_step_name": "EmilFeatureJoinStepBuilder",
        "spec_type": "FeatureJoin",
        "sagemaker_step_type": "Processing",
        "description": "FeatureJoin of emil",
    },
    "TabularPreprocessing": {
        "config_class": "EmilTabularPreprocessingConfig",
        "builder_step_name": "EmilTabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "emil",
    "version": "1.0.0",
    "description": "Workspace of emil",
    "default_resolution_strategy": "manual",
    "conflict_tolerance": "medium",
}
