class XGBoostTrainingStepBuilder(StepBuilderBase):
    pass
