"""Paths and variables that the script of PaymentVelocityFeatures may rely on."""

from cursus.core.base.contract_base import ScriptContract

PAYMENT_VELOCITY_FEATURES_CONTRACT = ScriptContract(
    entry_point="payment_velocity_features.py",
    expected_input_paths={
        "payments": "/opt/ml/processing/input/payments",
    },
    expected_output_paths={
        "velocity_features": "/opt/ml/processing/output/features",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Counts transfers per account and day.",
)
