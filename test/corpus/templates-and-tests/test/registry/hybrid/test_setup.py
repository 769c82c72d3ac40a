"""Tests of the setup."""

from pathlib import Path

from cursus.registry.hybrid.setup import create
from cursus.registry.step_names import get_config_class_name

LOCAL_STEPS = {"TestStep": {"config_class": "TestConfig"}}
STEP_NAMES = {"TestStep": {"config_class": "TestConfig", "builder_step_name": "TestStepBuilder"}}


def test_create(tmp_path: Path) -> None:
    path = create(tmp_path, "dev")
    path.write_text('''
LOCAL_STEPS = {
    "Bad Name": {"config_class": "TestConfig"},
}
''')
    assert "Bad Name" in path.read_text()


def test_unknown() -> None:
    try:
        get_config_class_name("NoSuchStep")
    except ValueError:
        pass
