"""Config with tabs."""

from cursus.core.base.config_base import BasePipelineConfig


class TabsConfig(BasePipelineConfig):
	depth: int = 6
