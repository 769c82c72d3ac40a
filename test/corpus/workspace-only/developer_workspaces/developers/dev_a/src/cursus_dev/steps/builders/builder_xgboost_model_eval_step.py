"""Replaces the builder of a core step; its row is in core, which is not in sight."""

from cursus.core.base.builder_base import StepBuilderBase


class XGBoostModelEvalStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
