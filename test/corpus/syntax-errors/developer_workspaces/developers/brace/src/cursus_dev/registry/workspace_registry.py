"Registry of brace."

LOCAL_STEPS = {
    "WavesExport": {
        "config_class": "WavesExportConfig",
        "builder_step_name": "WavesExportStepBuilder",
        "spec_type": "WavesExport",
        "sagemaker_step_type": "Processing",
        "description": "Exports waves",
    },
}
}

STEP_OVERRIDES = {}


WORKSPACE_METADATA = {
    "developer_id": "brace",
    "version": "1.0.0",
    "description": "Workspace of brace",
}
