"""Registry of the merchant team."""

LOCAL_STEPS = {
    "MerchantCategoryEncoding": {
        "config_class": "MerchantCategoryEncodingConfig",
        "builder_step_name": "MerchantCategoryEncodingStepBuilder",
        "spec_type": "MerchantCategoryEncoding",
        "sagemaker_step_type": "Processing",
        "description": "Encodes the category of a merchant by its chargeback rate",
        "framework": "pandas",
        "job_types": "training",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "erin",
    "version": "1.0.0",
    "description": "Merchants",
}
