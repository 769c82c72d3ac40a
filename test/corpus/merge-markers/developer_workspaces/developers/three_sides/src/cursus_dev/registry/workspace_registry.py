"""Registry of songs."""

LOCAL_STEPS = {
<<<<<<< ours
    "SongLength": {
        "config_class": "SongLengthConfig",
        "builder_step_name": "SongLengthStepBuilder",
        "spec_type": "SongLength",
        "sagemaker_step_type": "Processing",
        "description": "SongLength of birds",
    },
||||||| base
=======
    "FeatherHue": {
        "config_class": "FeatherHueConfig",
        "builder_step_name": "FeatherHueStepBuilder",
        "spec_type": "FeatherHue",
        "sagemaker_step_type": "Processing",
        "description": "FeatherHue of birds",
    },
>>>>>>> theirs
}

STEP_OVERRIDES = {}


WORKSPACE_METADATA = {
    "developer_id": "three_sides",
    "version": "1.0.0",
    "description": "Workspace of three_sides",
}
