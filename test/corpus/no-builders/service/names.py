"""Names for the user interface."""

from cursus.registry.step_names import STEP_NAMES

TITLES = {name: info["description"] for name, info in STEP_NAMES.items()}
