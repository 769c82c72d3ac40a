"""Paths and variables that the script of DummyDataLoading may rely on."""

from ...core.base.contract_base import ScriptContract

DUMMY_DATA_LOADING_CONTRACT = ScriptContract(
    entry_point="dummy_data_loading.py",
    expected_input_paths={
        "INPUT_DATA": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "DATA": "/opt/ml/processing/output/data",
        "SIGNATURE": "/opt/ml/processing/output/signature",
    },
    required_env_vars=["WRITE_SIGNATURE"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Copies a data set that is already in the bucket into the pipeline.",
)
