class TabularPreprocessingConfig:
    """What the step that cleans and splits a table is told."""

    instance_type: str = "ml.m5.xlarge"
