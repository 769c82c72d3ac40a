"""Paths and variables that the script of DummyTraining may rely on."""

from ...core.base.contract_base import ScriptContract

DUMMY_TRAINING_CONTRACT = ScriptContract(
    entry_point="dummy_training.py",
    expected_input_paths={
        "model_artifacts_input": "/opt/ml/processing/input/model",
        "hyperparameters_s3_uri": "/opt/ml/processing/input/config",
    },
    expected_output_paths={
        "model_output": "/opt/ml/processing/output/model",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Passes a pretrained model on as if it had just been trained.",
)
