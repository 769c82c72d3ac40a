"""Paths and variables that the script of OutlierRemoval may rely on."""

from cursus.core.base.contract_base import ScriptContract

OUTLIER_REMOVAL_CONTRACT = ScriptContract(
    entry_point="outlier_removal.py",
    expected_input_paths={
        "readings": "/opt/ml/processing/input/readings",
    },
    expected_output_paths={
        "cleaned": "/opt/ml/processing/output/cleaned",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Drops readings that no sensor can produce.",
)
