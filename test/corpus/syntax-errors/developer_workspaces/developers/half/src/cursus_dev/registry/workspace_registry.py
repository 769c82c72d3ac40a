"""Registry of half."""

LOCAL_STEPS = {
    "CoastExport": {
        "config_class": "CoastExportConfig",
        "builder_step_name": "CoastExportStepBuilder",
        "spec_type": "CoastExport",
        "sagemaker_step_type": "Processing",
        "description": "Exports coast",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "half",
    "version": "1.0.0",
    "description": "Workspace of half",
}
