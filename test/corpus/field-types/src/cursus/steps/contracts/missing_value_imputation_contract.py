"""Paths and variables that the script of MissingValueImputation may rely on."""

from ...core.base.contract_base import ScriptContract

MISSING_VALUE_IMPUTATION_CONTRACT = ScriptContract(
    entry_point="missing_value_imputation.py",
    expected_input_paths={
        "data_input": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "imputed_data": "/opt/ml/processing/output/data",
        "imputation_params": "/opt/ml/processing/output/params",
    },
    expected_arguments={"job_type": "one of training"},
    required_env_vars=["IMPUTATION_STRATEGY"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Fills missing values with statistics of the training set.",
)
