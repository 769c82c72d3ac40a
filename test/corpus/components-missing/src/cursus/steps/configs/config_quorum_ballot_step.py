"""Settings of the step QuorumBallot."""

from pydantic import Field

from .config_processing_step_base import ProcessingStepConfigBase


class QuorumBallotConfig(ProcessingStepConfigBase):
    """What QuorumBallot needs to know.

    Counts votes of models.
    """

    column: str = Field(default="value", description="Column that is used.")

    def get_script_path(self) -> str:
        return self.script_path("quorum_ballot.py")
