"""Registry in the directory renamed."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "somebody_else",
    "version": "1.0.0",
}
