"""Step names of core."""

from .step_names_base import CONFIG_STEP_REGISTRY, STEP_NAMES

__all__ = ["CONFIG_STEP_REGISTRY", "STEP_NAMES"]
