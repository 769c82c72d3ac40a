"""Hyperparameters that every model has."""

from typing import List

from pydantic import BaseModel, Field


class ModelHyperparameters(BaseModel):
    label_name: str = Field(default="label", description="Column that is to be predicted.")
    cat_field_list: List[str] = Field(default_factory=list, description="Columns that hold categories.")
