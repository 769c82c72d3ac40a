"""Hyperparameters of XGBoostTraining."""

from pydantic import Field

from ...core.base.hyperparameters_base import ModelHyperparameters


class XGBoostModelHyperparameters(ModelHyperparameters):
    num_round: int = Field(default=300, description="Most trees.")
    max_depth: int = Field(default=6, description="Deepest tree.")
