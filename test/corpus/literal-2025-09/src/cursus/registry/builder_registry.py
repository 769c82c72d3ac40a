"""Builders by step name, with the names that steps had before."""


class StepBuilderRegistry:
    LEGACY_ALIASES = {
        "MIMSPackaging": "Package",
        "MIMSPayload": "Payload",
        "ModelRegistration": "Registration",
        "PytorchTraining": "PyTorchTraining",
        "PytorchModel": "PyTorchModel",
    }

    def __init__(self):
        self.builders = {}

    def get(self, step_name):
        return self.builders[self.LEGACY_ALIASES.get(step_name, step_name)]
