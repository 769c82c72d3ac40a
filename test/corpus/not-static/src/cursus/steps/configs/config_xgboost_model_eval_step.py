"""Settings of the step XGBoostModelEval."""

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class XGBoostModelEvalConfig(ProcessingStepConfigBase):
    """What XGBoostModelEval needs to know.

    Scores a data set with a trained XGBoost model and writes metrics.
    """

    job_type: str = Field(default="calibration", description="Which data set this run prepares.")
    id_name: str = Field(default="id", description="Column that names a row.")
    label_name: str = Field(..., description="Column with the truth.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("xgboost_model_eval.py")
