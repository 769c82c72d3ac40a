"""Trains a model, once as core does it and once as the fraud team does it."""

from typing import List

from cursus.registry import STEP_NAMES, get_builder_step_name, get_config_class_name, workspace_context
from cursus.registry.builder_registry import get_global_registry

ORDER = ["CradleDataLoading", "TabularPreprocessing", "XGBoostTraining", "XGBoostModelEval", "ModelCalibration", "Package"]


def describe(order: List[str]) -> List[str]:
    return [f'{name}: {STEP_NAMES[name]["description"]}' for name in order]


def core_configs() -> List[str]:
    return [
        get_config_class_name("CradleDataLoading"),
        get_config_class_name("TabularPreprocessing"),
        get_config_class_name("XGBoostTraining"),  # XGBoostTrainingConfig
    ]


def fraud_configs() -> List[str]:
    with workspace_context("alice"):
        return [
            get_config_class_name("FraudVelocityFeatures"),  # only alice has it
            get_config_class_name("XGBoostTraining"),  # her override: CustomXGBoostTrainingConfig
            get_builder_step_name("ModelEvaluation"),  # three teams have one; here it is hers
        ]


def forecast_configs() -> List[str]:
    return [
        get_config_class_name("DemandForecastTraining", workspace_id="carol"),
        get_config_class_name("ModelCalibration", workspace_id="carol"),
    ]


if __name__ == "__main__":
    print("\n".join(describe(ORDER)))
    print(core_configs(), fraud_configs(), forecast_configs())
    print(get_global_registry().get("XGBoostTraining"))
