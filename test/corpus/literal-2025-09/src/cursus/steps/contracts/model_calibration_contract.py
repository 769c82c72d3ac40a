"""Paths and variables that the script of ModelCalibration may rely on."""

from ...core.base.contract_base import ScriptContract

MODEL_CALIBRATION_CONTRACT = ScriptContract(
    entry_point="model_calibration.py",
    expected_input_paths={
        "evaluation_data": "/opt/ml/processing/input/eval",
    },
    expected_output_paths={
        "calibration_output": "/opt/ml/processing/output/calibration",
        "calibrated_data": "/opt/ml/processing/output/data",
    },
    expected_arguments={"job_type": "one of training, calibration"},
    required_env_vars=["CALIBRATION_METHOD", "SCORE_FIELD"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Turns raw scores into probabilities.",
)
