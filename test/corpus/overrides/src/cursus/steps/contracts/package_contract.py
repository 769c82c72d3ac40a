"""Paths and variables that the script of Package may rely on."""

from ...core.base.contract_base import ScriptContract

PACKAGE_CONTRACT = ScriptContract(
    entry_point="package.py",
    expected_input_paths={
        "model_input": "/opt/ml/processing/input/model",
        "calibration_model": "/opt/ml/processing/input/calibration",
    },
    expected_output_paths={
        "packaged_model": "/opt/ml/processing/output/model",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Packs model, calibration and inference code into one archive.",
)
