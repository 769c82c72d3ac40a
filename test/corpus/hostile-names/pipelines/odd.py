"""Odd names in calls."""

from cursus.registry.step_names import get_config_class_name

NAMES = [
    get_config_class_name("constructor"),
    get_config_class_name("valueOf"),
]
