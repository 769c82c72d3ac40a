"""Names of steps."""

from .step_names import STEP_NAMES, get_config_class_name

DEFAULT = get_config_class_name("XGBoostTraining")
