"""Registry of steps, builders and hyperparameters."""

from .builder_registry import StepBuilderRegistry, get_global_registry, register_builder
from .hyperparameter_registry import HYPERPARAMETER_REGISTRY
from .step_names import (
    BUILDER_STEP_NAMES,
    CONFIG_STEP_REGISTRY,
    SPEC_STEP_TYPES,
    STEP_NAMES,
    get_builder_step_name,
    get_config_class_name,
    get_sagemaker_step_type,
    get_spec_step_type,
    get_spec_step_type_with_job_type,
    set_workspace_context,
    workspace_context,
)

__all__ = [name for name in dir() if not name.startswith("_")]
