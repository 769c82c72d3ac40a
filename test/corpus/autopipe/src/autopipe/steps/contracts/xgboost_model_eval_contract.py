"""Paths and variables that the script of XGBoostModelEval may rely on."""

from ...core.base.contract_base import ScriptContract

XGBOOST_MODEL_EVAL_CONTRACT = ScriptContract(
    entry_point="xgboost_model_eval.py",
    expected_input_paths={
        "model_input": "/opt/ml/processing/input/model",
        "processed_data": "/opt/ml/processing/input/eval_data",
    },
    expected_output_paths={
        "eval_output": "/opt/ml/processing/output/eval",
        "metrics_output": "/opt/ml/processing/output/metrics",
    },
    expected_arguments={"job_type": "one of training, validation, calibration"},
    required_env_vars=["ID_FIELD", "LABEL_FIELD"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0", "xgboost": ">=1.7.0"},
    description="Scores a data set with a trained XGBoost model and writes metrics.",
)
