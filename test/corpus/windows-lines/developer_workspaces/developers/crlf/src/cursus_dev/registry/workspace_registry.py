"""Registry of crlf."""

LOCAL_STEPS = {
    "ShipManifest": {
        "config_class": "ShipManifestConfig",
        "builder_step_name": "ShipManifestStepBuilder",
        "spec_type": "ShipManifest",
        "sagemaker_step_type": "Processing",
        "description": "Reads manifests",
        "priority": 3,
    },
}

STEP_OVERRIDES = {
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "Processing",
        "description": "Once",
    },
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "Processing",
        "description": "Packs model, calibration and inference code into one archive",
    },
}

WORKSPACE_METADATA = {
    "developer_id": "crlf",
    "version": "1.0.0",
    "description": "Workspace of crlf",
}
