"""Registry in the directory no_test."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "no_test",
    "version": "1.0.0",
}
