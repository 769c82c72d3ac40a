class CsvLoadingConfig:
    """What the step that copies a table into the pipeline is told."""

    instance_type: str = "ml.m5.xlarge"
