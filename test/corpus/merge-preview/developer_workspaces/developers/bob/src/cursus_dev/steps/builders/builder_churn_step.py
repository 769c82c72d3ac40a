class BobChurnStepBuilder(StepBuilderBase):
    pass
