"""Paths and variables that the script of budget_pacing may rely on."""

from cursus.core.base.contract_base import ScriptContract

BUDGET_PACING_CONTRACT = ScriptContract(
    entry_point="budget_pacing.py",
    expected_input_paths={
        "campaign": "/opt/ml/processing/input/campaign",
    },
    expected_output_paths={
        "pacing": "/opt/ml/processing/output/pacing",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Spreads a budget over the days of a month.",
)
