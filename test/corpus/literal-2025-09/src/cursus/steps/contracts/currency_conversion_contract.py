"""Paths and variables that the script of CurrencyConversion may rely on."""

from ...core.base.contract_base import ScriptContract

CURRENCY_CONVERSION_CONTRACT = ScriptContract(
    entry_point="currency_conversion.py",
    expected_input_paths={
        "data_input": "/opt/ml/processing/input/data",
    },
    expected_output_paths={
        "converted_data": "/opt/ml/processing/output/data",
    },
    expected_arguments={"job_type": "one of training, validation"},
    required_env_vars=["TARGET_CURRENCY", "RATES_FILE"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Converts amounts to one currency by the rate of the day.",
)
