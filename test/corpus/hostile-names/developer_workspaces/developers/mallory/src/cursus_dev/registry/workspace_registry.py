"""Registry of mallory."""

LOCAL_STEPS = {
    "__proto__": {
        "config_class": "ProtoConfig",
        "builder_step_name": "ProtoStepBuilder",
        "spec_type": "Proto",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "constructor": {
        "config_class": "MakerConfig",
        "builder_step_name": "MakerStepBuilder",
        "spec_type": "Maker",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
    },
    "toString": {
        "config_class": "TextConfig",
        "builder_step_name": "TextStepBuilder",
        "spec_type": "Text",
        "sagemaker_step_type": "Processing",
        "description": "A step with an odd name",
        "__proto__": "x",
        "hasOwnProperty": "y",
    },
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "mallory",
    "version": "1.0.0",
    "description": "Workspace of mallory",
}
