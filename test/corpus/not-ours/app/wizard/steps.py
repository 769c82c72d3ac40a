"""The wizard itself."""

from .step_names import STEP_NAMES

LOCAL_STEPS = {name: f"step_{number}" for number, name in enumerate(STEP_NAMES)}


class FormStepBuilder:
    """Makes the HTML of one step."""

    LEGACY_ALIASES = {"start": "welcome"}

    def build(self, name: str) -> str:
        return f"<form id='{LOCAL_STEPS[self.LEGACY_ALIASES.get(name, name)]}'></form>"


def get_config_class_name(name: str) -> str:
    return f"{name}-form"


CLASSES = [get_config_class_name("welcome"), get_config_class_name("nowhere")]
