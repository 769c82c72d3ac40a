"""Configs of this workspace."""

from cursus.core.base.config_base import BasePipelineConfig


class NamelessConfig(BasePipelineConfig):
    limit: int = 10
