"""Uses names of steps."""

import os

from cursus.core.base.builder_base import StepBuilderBase
from cursus.registry.builder_registry import register_builder
from cursus.registry.step_names import (
    STEP_NAMES,
    get_builder_step_name,
    get_config_class_name,
    get_sagemaker_step_type,
    get_spec_step_type,
    validate_step_name,
)
from cursus.registry import workspace_context

KNOWN = get_config_class_name("XGBoostTraining")
TYPO = get_config_class_name("XGBoostTraning")
KEYWORD = get_sagemaker_step_type(step_name="Packages")
VARIANT = get_spec_step_type("TabularPreprocessing_Training")
OLD = get_builder_step_name("MIMSPackaging")
ROW = STEP_NAMES["XGBoostTraining"]
COMPUTED = get_config_class_name(os.environ["STEP"])
FORMATTED = get_config_class_name(f"XGBoost{COMPUTED}")
LOCAL = get_config_class_name("DevOnly")

if validate_step_name("Perhaps"):
    print("not a mistake: asking is the purpose")

with workspace_context("dev"):
    IN_WORKSPACE = [get_config_class_name("DevOnly"), get_config_class_name("Package")]
    UNKNOWN = get_config_class_name("DevOnlyToo")


@register_builder("XGBoostTraining")
class QuietStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


@register_builder("XGBoostTrainer")
class LoudStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None


@register_builder()
class PackageStepBuilder(StepBuilderBase):
    def create_step(self, dependencies=None, **options):
        return None
