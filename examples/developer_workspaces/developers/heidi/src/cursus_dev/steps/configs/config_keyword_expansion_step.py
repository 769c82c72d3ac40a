"""Settings of the step KeywordExpansion."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class KeywordExpansionConfig(ProcessingStepConfigBase):
    """What KeywordExpansion needs to know.

    Finds keywords near those that are booked.
    """

    limit: int = Field(default=500, description="Most keywords.")

    def get_script_path(self) -> str:
        return self.script_path("keyword_expansion.py")
