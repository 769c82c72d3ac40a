"""Registry in the directory blank."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "",
    "version": "1.0.0",
}
