"""Step names as the rest of the package sees them.

The rows come from step_names_original.py. While a developer workspace is active, its local steps and overrides are
laid over them; everything below asks for the rows at the moment of the call.
"""

import os
from contextlib import contextmanager
from typing import Any, Dict, Iterator, Optional

from .hybrid.manager import UnifiedRegistryManager
from .step_names_original import STEP_NAMES as ORIGINAL_STEP_NAMES

_workspace: Optional[str] = os.environ.get("CURSUS_WORKSPACE_ID")


def set_workspace_context(workspace_id: Optional[str]) -> None:
    """Make one developer workspace the active one, or none."""
    global _workspace
    _workspace = workspace_id
    _refresh()


@contextmanager
def workspace_context(workspace_id: str) -> Iterator[None]:
    """The same for the length of a with statement."""
    before = _workspace
    set_workspace_context(workspace_id)
    try:
        yield
    finally:
        set_workspace_context(before)


def get_step_names(workspace_id: Optional[str] = None) -> Dict[str, Dict[str, Any]]:
    """All rows that are visible in a workspace (the active one unless another is named)."""
    rows = {name: dict(row) for name, row in ORIGINAL_STEP_NAMES.items()}
    wanted = workspace_id or _workspace
    if wanted:
        rows.update(UnifiedRegistryManager().legacy_rows(wanted))
    return rows


def get_config_step_registry() -> Dict[str, str]:
    return {row["config_class"]: name for name, row in get_step_names().items() if "config_class" in row}


STEP_NAMES = get_step_names()
CONFIG_STEP_REGISTRY = get_config_step_registry()
BUILDER_STEP_NAMES = {name: row["builder_step_name"] for name, row in STEP_NAMES.items() if "builder_step_name" in row}
SPEC_STEP_TYPES = {name: row["spec_type"] for name, row in STEP_NAMES.items() if "spec_type" in row}


def _refresh() -> None:
    """Bind the module variables again after the workspace has changed."""
    global STEP_NAMES, CONFIG_STEP_REGISTRY, BUILDER_STEP_NAMES, SPEC_STEP_TYPES
    STEP_NAMES = get_step_names()
    CONFIG_STEP_REGISTRY = get_config_step_registry()
    BUILDER_STEP_NAMES = {name: row["builder_step_name"] for name, row in STEP_NAMES.items() if "builder_step_name" in row}
    SPEC_STEP_TYPES = {name: row["spec_type"] for name, row in STEP_NAMES.items() if "spec_type" in row}


def get_config_class_name(step_name: str, workspace_id: Optional[str] = None) -> str:
    return _row(step_name, workspace_id)["config_class"]


def get_builder_step_name(step_name: str, workspace_id: Optional[str] = None) -> str:
    return _row(step_name, workspace_id)["builder_step_name"]


def get_spec_step_type(step_name: str, workspace_id: Optional[str] = None) -> str:
    return _row(step_name, workspace_id)["spec_type"]


def get_spec_step_type_with_job_type(step_name: str, job_type: Optional[str] = None, workspace_id: Optional[str] = None) -> str:
    spec_type = get_spec_step_type(step_name, workspace_id)
    return f"{spec_type}_{job_type.capitalize()}" if job_type else spec_type


def get_sagemaker_step_type(step_name: str, workspace_id: Optional[str] = None) -> str:
    return _row(step_name, workspace_id)["sagemaker_step_type"]


def validate_step_name(step_name: str, workspace_id: Optional[str] = None) -> bool:
    return step_name in get_step_names(workspace_id)


def _row(step_name: str, workspace_id: Optional[str]) -> Dict[str, Any]:
    rows = get_step_names(workspace_id)
    if step_name not in rows:
        where = f"workspace: {workspace_id or _workspace}" if workspace_id or _workspace else "core registry"
        raise ValueError(f"Step '{step_name}' not found ({where}). Available steps: {', '.join(sorted(rows))}")
    return rows[step_name]
