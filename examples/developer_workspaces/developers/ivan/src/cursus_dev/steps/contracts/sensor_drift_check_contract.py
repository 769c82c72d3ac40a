"""Paths and variables that the script of SensorDriftCheck may rely on."""

from cursus.core.base.contract_base import ScriptContract

SENSOR_DRIFT_CHECK_CONTRACT = ScriptContract(
    entry_point="sensor_drift_check.py",
    expected_input_paths={
        "readings": "/opt/ml/processing/input/readings",
    },
    expected_output_paths={
        "drift": "/opt/ml/processing/output/drift",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Compares sensor readings with last week.",
)
