"""Registry in the directory values."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "values",
    "version": "first release",
    "default_resolution_strategy": "newest_wins",
    "conflict_tolerance": "none",
    "dependencies": ["pandas>>1.3"],
}
