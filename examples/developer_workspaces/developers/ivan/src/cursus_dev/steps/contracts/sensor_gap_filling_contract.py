"""Paths and variables that the script of SensorGapFilling may rely on."""

from cursus.core.base.contract_base import ScriptContract

SENSOR_GAP_FILLING_CONTRACT = ScriptContract(
    entry_point="sensor_gap_filling.py",
    expected_input_paths={
        "readings": "/opt/ml/processing/input/readings",
    },
    expected_output_paths={
        "filled": "/opt/ml/processing/output/filled",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Fills short gaps in sensor readings.",
)
