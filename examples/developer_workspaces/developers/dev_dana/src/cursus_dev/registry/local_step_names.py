"""Steps of this workspace in the format of the first draft."""

LOCAL_STEPS = {
    "FunnelConversion": {
        "config_class": "FunnelConversionConfig",
        "builder_step_name": "FunnelConversionStepBuilder",
    },
}
