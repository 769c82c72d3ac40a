"""Scores yesterday's payments and registers the model when it is good enough."""

from typing import Dict

from cursus.registry import STEP_NAMES, get_builder_step_name, get_config_class_name, get_spec_step_type_with_job_type
from cursus.registry.builder_registry import register_builder
from cursus.steps.builders.builder_payload_step import PayloadStepBuilder

LOADING = get_spec_step_type_with_job_type("TabularPreprocessing", "calibration")
TRAINING = get_builder_step_name("XGBoostTraning")
EVALUATION = get_config_class_name("XGBoostModelEval")
REGISTRATION = STEP_NAMES["Registration"]["builder_step_name"]


@register_builder("MIMSPayload")
class SmallPayloadStepBuilder(PayloadStepBuilder):
    """One request is enough for this service."""

    def _get_environment_variables(self) -> Dict[str, str]:
        return {**super()._get_environment_variables(), "EXPECTED_TPS": "1"}


if __name__ == "__main__":
    print(LOADING, TRAINING, EVALUATION, REGISTRATION, SmallPayloadStepBuilder.__name__)
