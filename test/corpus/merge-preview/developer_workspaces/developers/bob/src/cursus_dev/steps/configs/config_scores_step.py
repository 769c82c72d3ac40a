class ScoresConfig(BasePipelineConfig):
    pass
