"""Hyperparameters of XGBoostTraining."""

from pydantic import Field

from ...core.base.hyperparameters_base import ModelHyperparameters


class XGBoostModelHyperparameters(ModelHyperparameters):
    """Hyperparameters of XGBoostTraining."""

    num_round: int = Field(default=300, description="Most trees.")
    max_depth: int = Field(default=6, description="Deepest tree.")
    eta: float = Field(default=0.1, description="Step size.")
    gamma: float = Field(default=0.0, description="Least gain for a split.")
    subsample: float = Field(default=0.9, description="Share of rows per tree.")

    @property
    def objective(self) -> str:
        return "multi:softprob" if self.num_classes > 2 else "binary:logistic"
