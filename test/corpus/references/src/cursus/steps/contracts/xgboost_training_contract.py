"""Paths and variables that the script of XGBoostTraining may rely on."""

from ...core.base.contract_base import TrainingScriptContract

XGBOOST_TRAINING_CONTRACT = TrainingScriptContract(
    entry_point="xgboost_training.py",
    expected_input_paths={
        "input_path": "/opt/ml/input/data/train",
        "hyperparameters_s3_uri": "/opt/ml/input/data/config",
    },
    expected_output_paths={
        "model_output": "/opt/ml/model",
        "evaluation_output": "/opt/ml/output/data",
    },
    required_env_vars=["FRAMEWORK_VERSION"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0", "xgboost": ">=1.7.0"},
    description="Trains a gradient boosted tree model with XGBoost.",
)
