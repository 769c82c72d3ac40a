"""The rows of core, computed from the interface files when this module is imported."""

from pathlib import Path
from typing import Dict

from .interface_registry_loader import load_rows, rows_from


def _build_step_names() -> Dict[str, Dict[str, str]]:
    return load_rows()


STEP_NAMES: Dict[str, Dict[str, str]] = _build_step_names()
CONFIG_STEP_REGISTRY: Dict[str, str] = {}


def refresh_registry(project_root: Path) -> None:
    """Add the steps of a step pack; where names clash, the pack wins."""
    for folder in (project_root / "step_pack" / "interfaces", project_root / "interfaces"):
        if folder.is_dir():
            pack_rows = rows_from(folder)
            STEP_NAMES.update(pack_rows)
            break
    CONFIG_STEP_REGISTRY.clear()
    CONFIG_STEP_REGISTRY.update({row["config_class"]: name for name, row in STEP_NAMES.items()})
