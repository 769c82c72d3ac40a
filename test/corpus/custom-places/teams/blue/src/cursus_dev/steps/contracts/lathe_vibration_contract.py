"""Paths and variables that the script of LatheVibration may rely on."""

from cursus.core.base.contract_base import ScriptContract

LATHE_VIBRATION_CONTRACT = ScriptContract(
    entry_point="lathe_vibration.py",
    expected_input_paths={
        "input_data": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "output_data": "/opt/ml/processing/output/data",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Watches lathes.",
)
