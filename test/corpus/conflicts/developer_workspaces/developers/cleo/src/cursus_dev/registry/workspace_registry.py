"""Registry of cleo."""

LOCAL_STEPS = {
    "Deduplication": {
        "config_class": "DeduplicationConfig",
        "builder_step_name": "DeduplicationStepBuilder",
        "spec_type": "Deduplication",
        "sagemaker_step_type": "Processing",
        "description": "Drops what is there twice",
    },
    "ModelEvaluation": {
        "config_class": "CleoModelEvaluationConfig",
        "builder_step_name": "CleoModelEvaluationStepBuilder",
        "spec_type": "ModelEvaluation",
        "sagemaker_step_type": "Processing",
        "description": "ModelEvaluation of cleo",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "cleo",
    "version": "1.0.0",
    "description": "Workspace of cleo",
    "conflict_tolerance": "high",
}
