class XGBoostTrainingConfig:
    """What the step that trains gradient boosted trees is told."""

    instance_type: str = "ml.m5.xlarge"
