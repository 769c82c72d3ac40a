"""Registry of birds."""

LOCAL_STEPS = {
    "NestCount": {
        "config_class": "NestCountConfig",
        "builder_step_name": "NestCountStepBuilder",
        "spec_type": "NestCount",
        "sagemaker_step_type": "Processing",
        "description": "NestCount of birds",
    },
<<<<<<< HEAD
    "EggCount": {
        "config_class": "EggCountConfig",
        "builder_step_name": "EggCountStepBuilder",
        "spec_type": "EggCount",
        "sagemaker_step_type": "Processing",
        "description": "EggCount of birds",
    },
=======
    "WingSpan": {
        "config_class": "WingSpanConfig",
        "builder_step_name": "WingSpanStepBuilder",
        "spec_type": "WingSpan",
        "sagemaker_step_type": "Processing",
        "description": "WingSpan of birds",
    },
>>>>>>> feature/wings
}

STEP_OVERRIDES = {}


WORKSPACE_METADATA = {
    "developer_id": "two_sides",
    "version": "1.0.0",
    "description": "Workspace of two_sides",
}
