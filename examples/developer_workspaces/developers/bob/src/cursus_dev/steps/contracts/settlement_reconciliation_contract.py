"""Paths and variables that the script of SettlementReconciliation may rely on."""

from cursus.core.base.contract_base import ScriptContract

SETTLEMENT_RECONCILIATION_CONTRACT = ScriptContract(
    entry_point="settlement_reconciliation.py",
    expected_input_paths={
        "payments": "/opt/ml/processing/input/payments",
    },
    expected_output_paths={
        "matched": "/opt/ml/processing/output/matched",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Matches payments with the statements of the bank.",
)
