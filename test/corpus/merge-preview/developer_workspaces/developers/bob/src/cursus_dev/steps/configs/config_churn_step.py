class ChurnConfig(BasePipelineConfig):
    pass
