"""Paths and variables that the script of StratifiedSampling may rely on."""

from ...core.base.contract_base import ScriptContract

STRATIFIED_SAMPLING_CONTRACT = ScriptContract(
    entry_point="stratified_sampling.py",
    expected_input_paths={
        "input_data": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "processed_data": "/opt/ml/processing/output/data",
    },
    expected_arguments={"job_type": "one of training, validation"},
    required_env_vars=["STRATA_COLUMN", "TARGET_SAMPLE_SIZE"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Draws a sample that keeps the class balance.",
)
