"""Core rows and the rows of developer workspaces."""

from pathlib import Path
from typing import Any, Dict, Optional

from ..step_names_original import STEP_NAMES


class UnifiedRegistryManager:
    def __init__(self, workspaces_root: str = "developer_workspaces/developers"):
        self._core = {name: dict(row) for name, row in STEP_NAMES.items()}
        self._local: Dict[str, Dict[str, Any]] = {}
        self._overrides: Dict[str, Dict[str, Any]] = {}
        for folder in Path(workspaces_root).glob("*/src/cursus_dev/registry"):
            self._load(folder / "workspace_registry.py")

    def _load(self, path: Path) -> None:
        variables: Dict[str, Any] = {}
        exec(path.read_text(), variables)
        owner = variables.get("WORKSPACE_METADATA", {}).get("developer_id", path.parents[3].name)
        self._local[owner] = variables.get("LOCAL_STEPS", {})
        self._overrides[owner] = variables.get("STEP_OVERRIDES", {})

    def create_legacy_step_names_dict(self, workspace_id: Optional[str] = None) -> Dict[str, Dict[str, Any]]:
        rows = dict(self._core)
        if workspace_id:
            rows.update(self._local.get(workspace_id, {}))
            rows.update(self._overrides.get(workspace_id, {}))
        return rows
