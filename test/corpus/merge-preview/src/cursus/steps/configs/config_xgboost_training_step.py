class XGBoostTrainingConfig(BasePipelineConfig):
    pass
