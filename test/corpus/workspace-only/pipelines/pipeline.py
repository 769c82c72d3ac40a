"""Names steps that nobody here can know."""

from cursus.registry import get_builder_step_name, get_config_class_name

NAMES = [get_config_class_name("LightGBMTraining"), get_builder_step_name("NotEvenCoreHasThis")]
