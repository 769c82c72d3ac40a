"""Paths and variables that the script of DunningPriority may rely on."""

from cursus.core.base.contract_base import ScriptContract

DUNNING_PRIORITY_CONTRACT = ScriptContract(
    entry_point="dunning_priority.py",
    expected_input_paths={
        "invoices": "/opt/ml/processing/input/invoices",
    },
    expected_output_paths={
        "ranked": "/opt/ml/processing/output/ranked",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Ranks open invoices by the chance to be paid.",
)
