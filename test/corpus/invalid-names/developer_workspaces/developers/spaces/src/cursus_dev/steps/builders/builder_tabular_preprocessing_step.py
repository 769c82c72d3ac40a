"""Builders of this workspace."""

from cursus.core.base.builder_base import StepBuilderBase


class FirstStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class MyStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class LaterStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
