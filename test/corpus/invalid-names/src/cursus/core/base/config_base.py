"""Settings that every step shares."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class BasePipelineConfig(BaseModel):
    """Who runs the pipeline, where, and where results go."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    author: str = Field(..., description="Who to ask about this pipeline.")
    bucket: str = Field(..., description="Bucket for everything that the pipeline writes.")
    role: str = Field(..., description="Role under which the jobs run.")
    region: str = Field(default="eu-west-1", description="Region of the jobs.")
    service_name: str = Field(..., description="Name of the service that uses the model.")
    pipeline_version: str = Field(default="0.1.0", description="Version of this pipeline.")
    source_dir: str = Field(default="scripts", description="Folder with the scripts.")

    @property
    def pipeline_name(self) -> str:
        return f"{self.author}-{self.service_name}-{self.region}"

    @property
    def pipeline_s3_loc(self) -> str:
        return f"s3://{self.bucket}/{self.pipeline_name}/{self.pipeline_version}"

    def script_path(self, name: str) -> str:
        return str(Path(self.source_dir) / name)
