"""Half typed."""

from cursus.core.base.builder_base import StepBuilderBase


class CoastExportStepBuilder(StepBuilderBase:
    def create_step(self, dependencies=None, **options):
        return None
