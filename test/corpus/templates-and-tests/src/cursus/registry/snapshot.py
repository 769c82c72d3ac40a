"""What the rows were when the package was released; compared by a test."""

RELEASED_STEP_NAMES = {
    "OldStep": {
        "config_class": "OldConfig",
        "builder_step_name": "OldStepBuilder",
        "spec_type": "OldStep",
        "sagemaker_step_type": "Processing",
        "description": "Gone since",
    },
}


def demo() -> dict:
    STEP_NAMES = {"Demo": {"config_class": "DemoConfig", "builder_step_name": "DemoStepBuilder"}}
    LOCAL_STEPS = {"Demo": "not a row"}
    return {**STEP_NAMES, **LOCAL_STEPS}
