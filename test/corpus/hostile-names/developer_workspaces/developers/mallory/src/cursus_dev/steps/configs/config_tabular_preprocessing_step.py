"""Configs of this workspace."""

from cursus.core.base.config_base import BasePipelineConfig


class ProtoConfig(BasePipelineConfig):
    limit: int = 10


class MakerConfig(BasePipelineConfig):
    limit: int = 10


class TextConfig(BasePipelineConfig):
    limit: int = 10
