"""Registry of two_files."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "two_files",
    "version": "1.0.0",
    "description": "Workspace of two_files",
}
