"""Builder with tabs."""

from cursus.core.base.builder_base import StepBuilderBase


class TabsStepBuilder(StepBuilderBase):
	def create_step(self, dependencies=None, **options):
		return None
