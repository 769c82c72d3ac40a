"""Settings of the step DummyDataLoading."""

from pydantic import Field

from .config_processing_step_base import ProcessingStepConfigBase


class DummyDataLoadingConfig(ProcessingStepConfigBase):
    """What DummyDataLoading needs to know.

    Copies a data set that is already in the bucket into the pipeline.
    """

    data_source: str = Field(..., description="S3 prefix or local folder with the files.")
    write_signature: bool = Field(default=True, description="Also write the list of columns.")

    def get_script_path(self) -> str:
        return self.script_path("dummy_data_loading.py")
