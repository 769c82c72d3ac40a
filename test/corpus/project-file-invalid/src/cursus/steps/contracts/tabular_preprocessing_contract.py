"""Paths and variables that the script of TabularPreprocessing may rely on."""

from ...core.base.contract_base import ScriptContract

TABULAR_PREPROCESSING_CONTRACT = ScriptContract(
    entry_point="tabular_preprocessing.py",
    expected_input_paths={
        "DATA": "/opt/ml/processing/input/data",
        "SIGNATURE": "/opt/ml/processing/input/signature",
    },
    expected_output_paths={
        "processed_data": "/opt/ml/processing/output/data",
    },
    expected_arguments={"job_type": "one of training"},
    required_env_vars=["LABEL_FIELD", "TRAIN_RATIO", "TEST_VAL_RATIO"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Merges data shards, cleans the label and splits the rows into train, test and validation sets.",
)
