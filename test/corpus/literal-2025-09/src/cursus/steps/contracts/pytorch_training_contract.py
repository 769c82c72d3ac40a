"""Paths and variables that the script of PyTorchTraining may rely on."""

from ...core.base.contract_base import TrainingScriptContract

PYTORCH_TRAINING_CONTRACT = TrainingScriptContract(
    entry_point="pytorch_training.py",
    expected_input_paths={
        "input_path": "/opt/ml/input/data/train",
        "hyperparameters_s3_uri": "/opt/ml/input/data/config",
    },
    expected_output_paths={
        "model_output": "/opt/ml/model",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0", "torch": ">=2.0"},
    description="Trains a neural network with PyTorch.",
)
