"""Hyperparameters of PyTorchTraining."""

from pydantic import Field

from ...core.base.hyperparameters_base import ModelHyperparameters


class PyTorchModelHyperparameters(ModelHyperparameters):
    """Hyperparameters of PyTorchTraining."""

    hidden_size: int = Field(default=64, description="Width of the hidden layer.")
    learning_rate: float = Field(default=1e-3, description="Step size.")
    max_epochs: int = Field(default=20, description="Passes over the data.")
    batch_size: int = Field(default=256, description="Rows per step.")
