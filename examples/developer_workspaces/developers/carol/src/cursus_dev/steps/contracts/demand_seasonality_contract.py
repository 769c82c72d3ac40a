"""Paths and variables that the script of DemandSeasonality may rely on."""

from cursus.core.base.contract_base import ScriptContract

DEMAND_SEASONALITY_CONTRACT = ScriptContract(
    entry_point="demand_seasonality.py",
    expected_input_paths={
        "history": "/opt/ml/processing/input/history",
    },
    expected_output_paths={
        "adjusted": "/opt/ml/processing/output/adjusted",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Takes weekday and holiday effects out of the demand.",
)
