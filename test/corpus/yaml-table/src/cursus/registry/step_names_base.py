"""Reads the table of steps."""

from pathlib import Path
from typing import Dict

import yaml

_REQUIRED = ("config_class", "builder_step_name", "spec_type", "sagemaker_step_type", "description")


def _load_step_names() -> Dict[str, Dict[str, str]]:
    table = yaml.safe_load(Path(__file__).with_name("step_names.yaml").read_text())["step_names"]
    for name, row in table.items():
        missing = [field for field in _REQUIRED if field not in row]
        if missing:
            raise ValueError(f"step '{name}' is missing required field(s): {missing}")
    return table


STEP_NAMES: Dict[str, Dict[str, str]] = _load_step_names()
CONFIG_STEP_REGISTRY = {row["config_class"]: name for name, row in STEP_NAMES.items()}
