"""Tests may name what does not exist."""

from cursus.registry.step_names import get_config_class_name


def test_unknown():
    try:
        get_config_class_name("NoSuchStep")
    except ValueError:
        pass
