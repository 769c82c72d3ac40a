"""Registry of the research group."""

from research_ablations import ablation_rows

# One training per size of the hidden layer, made by code; the rows below are written by hand.
LOCAL_STEPS = ablation_rows(sizes=(16, 64, 256))

LOCAL_STEPS.update({
    "ModelEvaluation": {
        "config_class": "ResearchModelEvaluationConfig",
        "builder_step_name": "ResearchModelEvaluationStepBuilder",
        "spec_type": "ModelEvaluation",
        "sagemaker_step_type": "Processing",
        "description": "Compares two models on the same rows",
        "framework": "pytorch",
        "conflict_resolution_strategy": "manual",
    },
    "SequenceEncoderTraining": {
        "config_class": "SequenceEncoderTrainingConfig",
        "builder_step_name": "SequenceEncoderTrainingStepBuilder",
        "spec_type": "SequenceEncoderTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains an encoder of event sequences",
        "framework": "pytorch",
        "conflict_resolution_strategy": "newest_wins",
    },
})

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "grace",
    "version": "0.3.0",
    "description": "Experiments",
    "dependencies": ["torch>>2.0"],
    "default_resolution_strategy": "workspace_priority",
    "conflict_tolerance": "low",
}
