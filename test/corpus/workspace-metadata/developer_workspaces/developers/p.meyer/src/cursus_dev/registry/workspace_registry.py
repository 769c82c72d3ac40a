"""Registry in the directory p.meyer."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "version": "1.0.0",
}
