"""Settings of the step CurrencyConversion."""

from typing import List

from pydantic import Field, field_validator

from .config_processing_step_base import ProcessingStepConfigBase


class CurrencyConversionConfig(ProcessingStepConfigBase):
    """What CurrencyConversion needs to know.

    Converts amounts to one currency by the rate of the day.
    """

    job_type: str = Field(default="training", description="Which data set this run prepares.")
    amount_columns: List[str] = Field(..., description="Columns that hold amounts.")
    target_currency: str = Field(default="USD", description="ISO 4217 code.")
    rates_file: str = Field(default="rates.csv", description="Rates by day and currency, beside the script.")

    @field_validator("job_type")
    @classmethod
    def _known_job_type(cls, value: str) -> str:
        if value not in {"training", "validation"}:
            raise ValueError(f"unknown job type: {value}")
        return value

    def get_script_path(self) -> str:
        return self.script_path("currency_conversion.py")
