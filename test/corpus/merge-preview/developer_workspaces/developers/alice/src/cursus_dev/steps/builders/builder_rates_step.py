class RatesStepBuilder(StepBuilderBase):
    pass
