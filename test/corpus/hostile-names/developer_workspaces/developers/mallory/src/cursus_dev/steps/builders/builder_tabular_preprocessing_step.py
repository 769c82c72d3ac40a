"""Builders of this workspace."""

from cursus.core.base.builder_base import StepBuilderBase


class ProtoStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class MakerStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class TextStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
