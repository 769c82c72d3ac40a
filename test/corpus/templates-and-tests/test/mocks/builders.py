"""Builders for tests."""

from cursus.core.base.builder_base import StepBuilderBase


class MockStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
