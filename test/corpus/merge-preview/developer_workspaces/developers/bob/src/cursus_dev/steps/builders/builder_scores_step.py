class ScoresStepBuilder(StepBuilderBase):
    pass
