class QuantileConfig:
    """Which quantiles are trained for."""

    instance_type: str = "ml.m5.xlarge"
