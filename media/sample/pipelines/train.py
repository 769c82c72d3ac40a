"""Trains a model, once as core does it and once as alice does it."""

from cursus.registry import get_builder_step_name, workspace_context

ORDER = ["CsvLoading", "TabularPreprocessing", "XGBoostTraining", "ModelEvaluation"]


def builders() -> list[str]:
    return [get_builder_step_name(name) for name in ORDER] + [get_builder_step_name("XGBoostTraining")]


def builders_of_alice() -> list[str]:
    with workspace_context("alice"):
        return [get_builder_step_name("VelocityFeatures"), get_builder_step_name("XGBoostTraining")]
