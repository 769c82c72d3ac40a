"""Settings of the step Package."""

from pydantic import Field

from .config_processing_step_base import ProcessingStepConfigBase


class PackageConfig(ProcessingStepConfigBase):
    """What Package needs to know.

    Packs model, calibration and inference code into one archive.
    """

    inference_scripts: str = Field(default="inference", description="Folder with the handler.")

    def get_script_path(self) -> str:
        return self.script_path("package.py")
