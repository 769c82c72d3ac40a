"""Registry in the directory no_builders."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "no_builders",
    "version": "1.0.0",
}
