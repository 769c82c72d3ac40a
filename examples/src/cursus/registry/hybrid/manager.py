"""Reads the registry files of developer workspaces."""

import importlib.util
from pathlib import Path
from typing import Any, Dict

WORKSPACES_ROOT = Path("developer_workspaces/developers")


class UnifiedRegistryManager:
    """Loads core and workspace rows; a workspace whose file cannot be read counts as empty."""

    def __init__(self, root: Path = WORKSPACES_ROOT):
        self.root = root

    def legacy_rows(self, workspace_id: str) -> Dict[str, Dict[str, Any]]:
        """Local steps with the overrides laid over them."""
        module = self._load(self.root / workspace_id / "src" / "cursus_dev" / "registry" / "workspace_registry.py")
        rows: Dict[str, Dict[str, Any]] = {}
        for variable in ("LOCAL_STEPS", "STEP_OVERRIDES"):
            rows.update(getattr(module, variable, {}))
        return rows

    def _load(self, path: Path) -> Any:
        if not path.exists():
            return None
        spec = importlib.util.spec_from_file_location("workspace_registry", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
