"""Hyperparameters of LightGBMTraining."""

from pydantic import Field

from ...core.base.hyperparameters_base import ModelHyperparameters


class LightGBMModelHyperparameters(ModelHyperparameters):
    """Hyperparameters of LightGBMTraining."""

    num_round: int = Field(default=300, description="Most trees.")
    num_leaves: int = Field(default=31, description="Most leaves per tree.")
    learning_rate: float = Field(default=0.05, description="Step size.")
    min_data_in_leaf: int = Field(default=20, description="Fewest rows per leaf.")
