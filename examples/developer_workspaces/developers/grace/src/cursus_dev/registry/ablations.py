"""Rows for ablation studies: one training per size of the hidden layer."""

from typing import Any, Dict, Sequence


def ablation_rows(sizes: Sequence[int]) -> Dict[str, Dict[str, Any]]:
    return {
        f"SequenceEncoderTraining{size}": {
            "config_class": "SequenceEncoderTrainingConfig",
            "builder_step_name": "SequenceEncoderTrainingStepBuilder",
            "spec_type": f"SequenceEncoderTraining{size}",
            "sagemaker_step_type": "Training",
            "description": f"Encoder with a hidden layer of {size}",
        }
        for size in sizes
    }
