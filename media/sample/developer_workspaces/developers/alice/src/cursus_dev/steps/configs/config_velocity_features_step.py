class VelocityFeaturesConfig:
    """What the step that counts payments is told."""

    instance_type: str = "ml.m5.xlarge"
