"""Configs of this workspace."""

from cursus.core.base.config_base import BasePipelineConfig


class FirstConfig(BasePipelineConfig):
    limit: int = 10


class MyStepConfig(BasePipelineConfig):
    limit: int = 10


class LaterConfig(BasePipelineConfig):
    limit: int = 10
