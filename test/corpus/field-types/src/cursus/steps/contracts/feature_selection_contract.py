"""Paths and variables that the script of FeatureSelection may rely on."""

from ...core.base.contract_base import ScriptContract

FEATURE_SELECTION_CONTRACT = ScriptContract(
    entry_point="feature_selection.py",
    expected_input_paths={
        "processed_data": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "selected_data": "/opt/ml/processing/output/data",
        "selected_features": "/opt/ml/processing/output/features",
    },
    expected_arguments={"job_type": "one of training"},
    required_env_vars=["KEEP_FEATURES"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Keeps the features that carry most information about the label.",
)
