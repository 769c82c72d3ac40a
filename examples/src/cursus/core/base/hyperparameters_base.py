"""Hyperparameters that every model has."""

from typing import Any, Dict, List

from pydantic import BaseModel, Field


class ModelHyperparameters(BaseModel):
    """Which columns mean what, and how the data is split into classes."""

    full_field_list: List[str] = Field(..., description="All columns of the data set.")
    cat_field_list: List[str] = Field(default_factory=list, description="Columns that hold categories.")
    tab_field_list: List[str] = Field(default_factory=list, description="Columns that hold numbers.")
    label_name: str = Field(default="label", description="Column that is to be predicted.")
    id_name: str = Field(default="id", description="Column that names a row.")
    multiclass_categories: List[int] = Field(default=[0, 1], description="Values that the label takes.")

    @property
    def num_classes(self) -> int:
        return len(self.multiclass_categories)

    def serialize(self) -> Dict[str, str]:
        """As SageMaker wants them: strings only."""
        return {name: str(value) for name, value in self.model_dump().items()}
