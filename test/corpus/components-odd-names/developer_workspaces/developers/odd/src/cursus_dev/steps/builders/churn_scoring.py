"""Not called builder_…_step.py."""

from cursus.core.base import builder_base
from cursus.core.base.builder_base import StepBuilderBase as Base


class ChurnScoringStepBuilder(Base):
    def create_step(self, dependencies=None, **options):
        return None


class DeepChurnStepBuilder(builder_base.StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
