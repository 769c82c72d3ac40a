"""Ignored by git."""

from ...core.base.builder_base import StepBuilderBase


class OldStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
