"""Registry of the billing team."""

LOCAL_STEPS = {
    "InvoiceMatching": {
        "config_class": "InvoiceMatchingConfig",
        "builder_step_name": "InvoiceMatchingStepBuilder",
        "spec_type": "InvoiceMatching",
        "sagemaker_step_type": "Processing",
        "description": "Matches invoices with orders",
        "framework" "pandas",
    },
    "DunningPriority": {
        "config_class": "DunningPriorityConfig",
        "builder_step_name": "DunningPriorityStepBuilder",
        "spec_type": "DunningPriority",
        "sagemaker_step_type": "Processing",
        "description": "Ranks open invoices by the chance to be paid",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "judy",
    "version": "0.2.0",
    "description": "Billing",
}
