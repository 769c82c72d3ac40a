"""Registry in the directory spaced."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "p meyer",
    "version": "1.0.0",
}
