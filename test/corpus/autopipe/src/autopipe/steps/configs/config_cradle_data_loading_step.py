"""Settings of the step CradleDataLoading."""

from typing import List

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class CradleDataLoadConfig(BasePipelineConfig):
    """What CradleDataLoading needs to know.

    Loads a training or scoring data set from the Cradle service.
    """

    data_sources: List[str] = Field(..., description="Edge or table names to read, in join order.")
    start_date: str = Field(..., description="First day, ISO 8601.")
    end_date: str = Field(..., description="First day that is not read any more.")
    output_format: str = Field(default="PARQUET", description="CSV, TSV, JSON or PARQUET.")
    split_job: bool = Field(default=False, description="Read day by day and merge; slower, but survives very wide tables.")

    def request(self) -> dict:
        return self.model_dump(exclude={"split_job"})
