class AliceChurnStepBuilder(StepBuilderBase):
    pass
