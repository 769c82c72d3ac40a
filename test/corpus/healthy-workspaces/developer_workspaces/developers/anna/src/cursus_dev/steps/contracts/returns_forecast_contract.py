"""Paths and variables that the script of ReturnsForecast may rely on."""

from cursus.core.base.contract_base import TrainingScriptContract

RETURNS_FORECAST_CONTRACT = TrainingScriptContract(
    entry_point="returns_forecast.py",
    expected_input_paths={
        "input_data": "/opt/ml/input/data/data",
    },
    expected_output_paths={
        "output_data": "/opt/ml/data",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0", "xgboost": ">=1.7.0"},
    description="Forecasts what is sent back.",
)
