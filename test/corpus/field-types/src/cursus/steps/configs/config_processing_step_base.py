"""Settings that all processing steps share."""

from pydantic import Field

from ...core.base.config_base import BasePipelineConfig


class ProcessingStepConfigBase(BasePipelineConfig):
    """Instance, image and script of a processing job."""

    processing_instance_type: str = Field(default="ml.m5.2xlarge", description="Instance of the job.")
    processing_instance_count: int = Field(default=1, ge=1, le=10, description="How many of them.")
    processing_volume_size: int = Field(default=100, ge=10, description="Disk in GB.")
    processing_framework_version: str = Field(default="1.2-1", description="Version of the scikit-learn image.")
    processing_source_dir: str = Field(default="scripts", description="Folder with the scripts.")

    @property
    def effective_source_dir(self) -> str:
        return self.processing_source_dir or self.source_dir
