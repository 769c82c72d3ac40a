"""Registry of colon."""

LOCAL_STEPS = {
    "TidesExport": {
        "config_class": "TidesExportConfig",
        "builder_step_name": "TidesExportStepBuilder",
        "spec_type": "TidesExport",
        "sagemaker_step_type": "Processing",
        "description": "Exports tides",
        "framework" "pandas",
    },
}

STEP_OVERRIDES = {
}


WORKSPACE_METADATA = {
    "developer_id": "colon",
    "version": "1.0.0",
    "description": "Workspace of colon",
}
