"""Paths and variables that the script of ModelEvaluation may rely on."""

from cursus.core.base.contract_base import ScriptContract

MODEL_EVALUATION_CONTRACT = ScriptContract(
    entry_point="evaluate_model.py",
    expected_input_paths={
        "predictions": "/opt/ml/processing/input/predictions",
    },
    expected_output_paths={
        "report": "/opt/ml/processing/output/report",
    },
    required_env_vars=["TOP_SHARE"],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Compares two models on the same rows.",
)
