"""Builders by step name."""


class StepBuilderRegistry:
    LEGACY_ALIASES = {
        "MIMSPackaging": "Package",
        "PytorchTraining": "PyTorchTraining",
    }


def register_builder(step_type=None):
    return lambda builder: builder
