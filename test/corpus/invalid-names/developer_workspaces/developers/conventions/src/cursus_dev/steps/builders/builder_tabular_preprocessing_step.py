"""Builders of this workspace."""

from cursus.core.base.builder_base import StepBuilderBase


class FeatureJoinStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class EtapeStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class ThreeDeeStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class SnakeCaseStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


class PlainBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
