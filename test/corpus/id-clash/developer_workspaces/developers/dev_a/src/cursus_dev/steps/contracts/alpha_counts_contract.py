"""Paths and variables that the script of AlphaCounts may rely on."""

from cursus.core.base.contract_base import ScriptContract

ALPHA_COUNTS_CONTRACT = ScriptContract(
    entry_point="alpha_counts.py",
    expected_input_paths={
        "input_data": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "output_data": "/opt/ml/processing/output/data",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="The step of dev_a.",
)
