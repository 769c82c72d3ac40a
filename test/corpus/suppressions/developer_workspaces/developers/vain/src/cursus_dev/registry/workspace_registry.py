# registry: ignore-file[step/conflict]
"""Nothing to silence."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {
    "DummyTraining": {  # registry: ignore[step/missing-builder]
        "config_class": "DummyTrainingConfig",
        "builder_step_name": "DummyTrainingStepBuilder",
        "spec_type": "DummyTraining",
        "sagemaker_step_type": "Processing",
        "description": "Passes a pretrained model on as if it had just been trained",
    },
}


WORKSPACE_METADATA = {
    "developer_id": "vain",
    "version": "1.0.0",
    "description": "Workspace of vain",
}
