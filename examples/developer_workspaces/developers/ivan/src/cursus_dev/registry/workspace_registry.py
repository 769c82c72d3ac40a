"""Registry of the sensor team."""

LOCAL_STEPS = {
    "SensorDriftCheck": {
        "config_class": "SensorDriftCheckConfig",
        "builder_step_name": "SensorDriftCheckStepBuilder",
        "spec_type": "SensorDriftCheck",
        "sagemaker_step_type": "Processing",
        "description": "Compares sensor readings with last week",
    },
<<<<<<< HEAD
    "OutlierRemoval": {
        "config_class": "OutlierRemovalConfig",
        "builder_step_name": "OutlierRemovalStepBuilder",
        "spec_type": "OutlierRemoval",
        "sagemaker_step_type": "Processing",
        "description": "Drops readings that no sensor can produce",
    },
=======
    "SensorGapFilling": {
        "config_class": "SensorGapFillingConfig",
        "builder_step_name": "SensorGapFillingStepBuilder",
        "spec_type": "SensorGapFilling",
        "sagemaker_step_type": "Processing",
        "description": "Fills short gaps in sensor readings",
    },
>>>>>>> sensor-gaps
}

STEP_OVERRIDES = {}

WORKSPACE_METADATA = {
    "developer_id": "ivan",
    "version": "0.2.0",
    "description": "Sensors",
}
