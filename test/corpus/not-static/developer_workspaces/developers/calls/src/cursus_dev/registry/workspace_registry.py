"""Rows from a file."""

from acme_loading import load_steps

LOCAL_STEPS = load_steps("steps.json")

STEP_OVERRIDES = {
    "TabularPreprocessing": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
}


WORKSPACE_METADATA = {
    "developer_id": "calls",
    "version": "1.0.0",
    "description": "Workspace of calls",
}
