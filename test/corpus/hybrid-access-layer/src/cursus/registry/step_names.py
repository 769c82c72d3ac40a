"""Rows of core, with those of the active workspace over them."""

import logging
from contextlib import contextmanager
from typing import Any, Dict, List, Optional

from .step_names_original import BUILDER_STEP_NAMES as ORIGINAL_BUILDER_STEP_NAMES
from .step_names_original import STEP_NAMES as ORIGINAL_STEP_NAMES

logger = logging.getLogger(__name__)

_current_workspace: Optional[str] = None
CONFIG_STEP_REGISTRY: Dict[str, str] = {}


def set_workspace_context(workspace_id: str) -> None:
    global _current_workspace
    _current_workspace = workspace_id
    _refresh_module_variables()


def clear_workspace_context() -> None:
    global _current_workspace
    _current_workspace = None
    _refresh_module_variables()


@contextmanager
def workspace_context(workspace_id: str):
    before = _current_workspace
    set_workspace_context(workspace_id)
    try:
        yield
    finally:
        set_workspace_context(before) if before else clear_workspace_context()


def _manager():
    from .hybrid.manager import UnifiedRegistryManager

    return UnifiedRegistryManager()


def get_step_names(workspace_id: Optional[str] = None) -> Dict[str, Dict[str, Any]]:
    try:
        return _manager().create_legacy_step_names_dict(workspace_id or _current_workspace)
    except Exception as error:
        logger.debug("falling back to core: %s", error)
        return dict(ORIGINAL_STEP_NAMES)


@property
def STEP_NAMES() -> Dict[str, Dict[str, Any]]:
    """Meant to be looked up late; a property does nothing in a module, and the assignment below replaces it."""
    return get_step_names()


STEP_NAMES = get_step_names()
BUILDER_STEP_NAMES = dict(ORIGINAL_BUILDER_STEP_NAMES)
SPEC_STEP_TYPES = {name: row["spec_type"] for name, row in STEP_NAMES.items()}


def _refresh_module_variables() -> None:
    global STEP_NAMES, CONFIG_STEP_REGISTRY, BUILDER_STEP_NAMES, SPEC_STEP_TYPES
    STEP_NAMES = get_step_names()
    CONFIG_STEP_REGISTRY = {row["config_class"]: name for name, row in STEP_NAMES.items()}
    BUILDER_STEP_NAMES = {name: row["builder_step_name"] for name, row in STEP_NAMES.items()}
    SPEC_STEP_TYPES = {name: row["spec_type"] for name, row in STEP_NAMES.items()}


_refresh_module_variables()


def get_config_class_name(step_name: str, workspace_id: Optional[str] = None) -> str:
    return get_step_names(workspace_id)[step_name]["config_class"]


def get_spec_step_type(step_name: str, workspace_id: Optional[str] = None) -> str:
    return get_step_names(workspace_id)[step_name]["spec_type"]


def get_spec_step_type_with_job_type(step_name: str, job_type: Optional[str] = None, workspace_id: Optional[str] = None) -> str:
    spec_type = get_spec_step_type(step_name, workspace_id)
    return f"{spec_type}_{job_type.capitalize()}" if job_type else spec_type


def get_all_step_names() -> List[str]:
    return list(get_step_names())
