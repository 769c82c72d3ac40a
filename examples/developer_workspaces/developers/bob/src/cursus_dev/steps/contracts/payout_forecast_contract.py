"""Paths and variables that the script of PayoutForecast may rely on."""

from cursus.core.base.contract_base import ScriptContract

PAYOUT_FORECAST_CONTRACT = ScriptContract(
    entry_point="payout_forecast.py",
    expected_input_paths={
        "history": "/opt/ml/processing/input/history",
    },
    expected_output_paths={
        "forecast": "/opt/ml/processing/output/forecast",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Forecasts payouts per week.",
)
