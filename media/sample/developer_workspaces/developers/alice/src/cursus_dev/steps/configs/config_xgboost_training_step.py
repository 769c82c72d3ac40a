class EarlyStoppingConfig:
    """When training stops."""

    instance_type: str = "ml.m5.xlarge"
