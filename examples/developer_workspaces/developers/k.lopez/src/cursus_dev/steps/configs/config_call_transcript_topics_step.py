"""Settings of the step CallTranscriptTopics."""

from pydantic import Field

from cursus.steps.configs.config_processing_step_base import ProcessingStepConfigBase


class CallTranscriptTopicsConfig(ProcessingStepConfigBase):
    """What CallTranscriptTopics needs to know.

    Finds topics in call transcripts.
    """

    topics: int = Field(default=12, description="Number of topics.")

    def get_script_path(self) -> str:
        return self.script_path("call_transcript_topics.py")
