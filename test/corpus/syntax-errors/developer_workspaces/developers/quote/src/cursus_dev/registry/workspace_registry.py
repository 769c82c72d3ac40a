"""Registry of quote."""

LOCAL_STEPS = {
    "WindsExport": {
        "config_class": "WindsExportConfig",
        "builder_step_name": "WindsExportStepBuilder",
        "spec_type": "WindsExport",
        "sagemaker_step_type": "Processing",
        "description": "Exports winds,
        "framework": "pandas",
    },
}

STEP_OVERRIDES = {
}


WORKSPACE_METADATA = {
    "developer_id": "quote",
    "version": "1.0.0",
    "description": "Workspace of quote",
}
