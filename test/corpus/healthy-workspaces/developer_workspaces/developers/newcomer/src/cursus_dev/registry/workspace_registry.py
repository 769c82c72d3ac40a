"""
Local registry of newcomer, as the template leaves it.
"""

# Local step definitions
LOCAL_STEPS = {
    # Add your own steps here, for example:
    # "MyCustomStep": {
    #     "config_class": "MyCustomStepConfig",
    #     "builder_step_name": "MyCustomStepBuilder",
    # }
}

# Overrides of core steps
STEP_OVERRIDES = {
}

WORKSPACE_METADATA = {
    "developer_id": "newcomer",
    "version": "1.0.0",
    "description": "Extensions",
    "dependencies": [],
    "default_resolution_strategy": "workspace_priority",
    "preferred_frameworks": [],
    "environment_preferences": ["development"],
    "conflict_tolerance": "medium",
    "contact": "newcomer@example.com",
    "template": "standard",
}
