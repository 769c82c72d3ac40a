"""Settings of the step RiskTableMapping."""

from typing import List

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class RiskTableMappingConfig(ProcessingStepConfigBase):
    """What RiskTableMapping needs to know.

    Replaces categories by the risk that was observed for them.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    cat_field_list: List[str] = Field(..., description="Columns to replace.")
    smooth_factor: float = Field(default=0.01, description="Weight of the overall mean.")
    count_threshold: int = Field(default=5, description="Rarer categories get the overall mean.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("risk_table_mapping.py")
