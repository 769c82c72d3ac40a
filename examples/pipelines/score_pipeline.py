"""Scores yesterday's payments and registers the model when it is good enough."""

from cursus.registry import STEP_NAMES, get_builder_step_name, get_config_class_name, get_spec_step_type_with_job_type
from cursus.registry.builder_registry import get_global_registry

LOADING = get_spec_step_type_with_job_type("TabularPreprocessing", "calibration")
TRAINING = get_builder_step_name("XGBoostTraning")
EVALUATION = get_config_class_name("XGBoostModelEval")
REGISTRATION = STEP_NAMES["Registration"]["builder_step_name"]


def packaging_builder() -> type:
    # The name from before the renaming still works.
    return get_global_registry().get("MIMSPackaging")


if __name__ == "__main__":
    print(LOADING, TRAINING, EVALUATION, REGISTRATION, packaging_builder())
