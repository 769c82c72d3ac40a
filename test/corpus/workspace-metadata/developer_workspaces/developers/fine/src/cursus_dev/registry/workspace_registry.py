"""Registry in the directory fine."""

LOCAL_STEPS = {}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "fine",
    "version": "1.2.0",
    "default_resolution_strategy": "framework_match",
    "conflict_tolerance": "high",
    "dependencies": ["pandas", "torch>=2.0,<3", "scikit-learn==1.4.*", "numpy~=1.26 ; python_version<'3.13'"],
    "frameworks": ["pandas"],
    "environment_tags": ["cpu"],
}
