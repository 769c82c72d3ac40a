"""The registry."""

from .step_names import STEP_NAMES, get_config_class_name

__all__ = ["STEP_NAMES", "get_config_class_name"]
