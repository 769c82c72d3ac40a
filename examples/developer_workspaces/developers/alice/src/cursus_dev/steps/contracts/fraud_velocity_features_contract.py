"""Paths and variables that the script of FraudVelocityFeatures may rely on."""

from cursus.core.base.contract_base import ScriptContract

FRAUD_VELOCITY_FEATURES_CONTRACT = ScriptContract(
    entry_point="fraud_velocity_features.py",
    expected_input_paths={
        "transactions": "/opt/ml/processing/input/transactions",
    },
    expected_output_paths={
        "velocity_features": "/opt/ml/processing/output/features",
    },
    required_env_vars=["WINDOW_HOURS"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Counts payments per card and hour.",
)
