"""Registry of the loyalty team."""

LOCAL_STEPS = {
    "LoyaltyChurnLabels": {
        "config_class": "LoyaltyChurnLabelsConfig",
        "builder_step_name": "LoyaltyChurnLabelsStepBuilder",
        "spec_type": "LoyaltyChurnLabels",
        "sagemaker_step_type": "Processing",
        "description": "Labels customers that stop collecting points",
        "framework": "pandas",
    },
    "WeeklyDigest": "WeeklyDigestStepBuilder",
}

STEP_OVERRIDES = {}

# Copied from the merchant team
WORKSPACE_METADATA = {
    "developer_id": "erin",
    "version": "0.1.0",
    "description": "Loyalty programme",
}
