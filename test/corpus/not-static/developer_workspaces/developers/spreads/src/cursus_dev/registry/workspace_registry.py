"""Rows of another module."""

from acme_common import COMMON_STEPS

LOCAL_STEPS = {**COMMON_STEPS}

STEP_OVERRIDES = {
    "RiskTableMapping": {
        "config_class": "RiskTableMappingConfig",
        "builder_step_name": "RiskTableMappingStepBuilder",
        "spec_type": "RiskTableMapping",
        "sagemaker_step_type": "Processing",
        "description": "Replaces categories by the risk that was observed for them",
    },
}


WORKSPACE_METADATA = {
    "developer_id": "spreads",
    "version": "1.0.0",
    "description": "Workspace of spreads",
}
