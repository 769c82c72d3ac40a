"""Registry of one."""

LOCAL_STEPS = {
    "ZonePricing": {
        "config_class": "ZonePricingConfig",
        "builder_step_name": "ZonePricingStepBuilder",
        "spec_type": "ZonePricing",
        "sagemaker_step_type": "Processing",
        "description": "Prices by zone",
    },
    "LidarMerge": {
        "config_class": "LidarMergeConfig",
        "builder_step_name": "NightBusStepBuilder",
        "spec_type": "LidarMerge",
        "sagemaker_step_type": "Processing",
        "description": "Merges scans",
    },
    "WharfSlots": {
        "config_class": "WharfSlotsConfig",
        "builder_step_name": "WharfSlotsStepBuilder",
        "spec_type": "WharfSlots",
        "sagemaker_step_type": "Processing",
        "description": "Plans slots at the wharf",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "one",
    "version": "1.0.0",
    "description": "Workspace of one",
}
