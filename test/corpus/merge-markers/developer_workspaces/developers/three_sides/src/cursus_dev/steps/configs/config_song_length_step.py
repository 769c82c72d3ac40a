"""Settings of the step SongLength."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class SongLengthConfig(ProcessingStepConfigBase):
    """What SongLength needs to know.

    SongLength of birds.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("song_length.py")
