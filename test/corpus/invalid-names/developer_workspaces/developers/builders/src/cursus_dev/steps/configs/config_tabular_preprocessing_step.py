"""Configs of this workspace."""

from cursus.core.base.config_base import BasePipelineConfig


class BrokenConfig(BasePipelineConfig):
    limit: int = 10
