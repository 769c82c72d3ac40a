"""Configs of this workspace."""

from cursus.core.base.config_base import BasePipelineConfig


class FeatureJoinConfig(BasePipelineConfig):
    limit: int = 10


class EtapeConfig(BasePipelineConfig):
    limit: int = 10


class ThreeDeeConfig(BasePipelineConfig):
    limit: int = 10


class SnakeCaseConfig(BasePipelineConfig):
    limit: int = 10


class PlainSettings(BasePipelineConfig):
    limit: int = 10
