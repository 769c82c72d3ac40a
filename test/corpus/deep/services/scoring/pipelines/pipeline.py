"""Asks the inner registry."""

from cursus.steps.registry.step_names import get_config_class_name

KNOWN = get_config_class_name("Package")
OUTER = get_config_class_name("XGBoostTraining")
