class RatesConfig(BasePipelineConfig):
    pass
