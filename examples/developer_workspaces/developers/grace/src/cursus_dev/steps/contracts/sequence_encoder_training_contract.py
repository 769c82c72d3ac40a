"""Paths and variables that the script of SequenceEncoderTraining may rely on."""

from cursus.core.base.contract_base import TrainingScriptContract

SEQUENCE_ENCODER_TRAINING_CONTRACT = TrainingScriptContract(
    entry_point="sequence_encoder_training.py",
    expected_input_paths={
        "input_path": "/opt/ml/input/data/train",
    },
    expected_output_paths={
        "model_output": "/opt/ml/model",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0", "torch": ">=2.0"},
    description="Trains an encoder of event sequences.",
)
