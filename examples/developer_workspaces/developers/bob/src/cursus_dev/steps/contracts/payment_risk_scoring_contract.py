"""Paths and variables that the script of PaymentRiskScoring may rely on."""

from cursus.core.base.contract_base import ScriptContract

PAYMENT_RISK_SCORING_CONTRACT = ScriptContract(
    entry_point="payment_risk_scoring.py",
    expected_input_paths={
        "payments": "/opt/ml/processing/input/payments",
        "model_input": "/opt/ml/processing/input/model",
    },
    expected_output_paths={
        "scores": "/opt/ml/processing/output/scores",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Scores open payments.",
)
