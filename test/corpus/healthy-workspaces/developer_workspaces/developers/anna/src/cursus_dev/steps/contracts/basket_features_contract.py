"""Paths and variables that the script of BasketFeatures may rely on."""

from cursus.core.base.contract_base import ScriptContract

BASKET_FEATURES_CONTRACT = ScriptContract(
    entry_point="basket_features.py",
    expected_input_paths={
        "input_data": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "output_data": "/opt/ml/processing/output/data",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Sums up what is in a basket.",
)
