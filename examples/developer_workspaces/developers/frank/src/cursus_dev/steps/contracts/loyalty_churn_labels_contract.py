"""Paths and variables that the script of LoyaltyChurnLabels may rely on."""

from cursus.core.base.contract_base import ScriptContract

LOYALTY_CHURN_LABELS_CONTRACT = ScriptContract(
    entry_point="loyalty_churn_labels.py",
    expected_input_paths={
        "customers": "/opt/ml/processing/input/customers",
    },
    expected_output_paths={
        "labels": "/opt/ml/processing/output/labels",
    },
    required_env_vars=["QUIET_DAYS"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Labels customers that stop collecting points.",
)
