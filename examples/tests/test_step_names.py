"""Tests may name steps that do not exist."""

import pytest

from cursus.registry import get_config_class_name
from cursus.registry.step_names import validate_step_name


def test_known_step():
    assert get_config_class_name("BatchTransform") == "BatchTransformStepConfig"


def test_unknown_step():
    with pytest.raises(ValueError):
        get_config_class_name("NoSuchStep")


def test_validate():
    assert not validate_step_name("TabularPreprocesing")
