class ModelEvaluationConfig:
    """What the step that reports how good a model is is told."""

    instance_type: str = "ml.m5.xlarge"
