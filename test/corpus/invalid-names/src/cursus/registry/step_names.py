"""The steps of this package."""

from typing import Dict, Optional

# Single source of truth: every other name is derived from this table.
STEP_NAMES = {
    "Base": {
        "config_class": "BasePipelineConfig",
        "builder_step_name": "StepBuilderBase",
        "spec_type": "Base",
        "sagemaker_step_type": "Base",  # Special case
        "description": "Base pipeline configuration",
    },
    "Processing": {
        "config_class": "ProcessingStepConfigBase",
        "builder_step_name": "ProcessingStepBuilder",
        "spec_type": "Processing",
        "sagemaker_step_type": "Processing",
        "description": "Base processing step",
    },
    "TabularPreprocessing": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
}

# Derived maps. They are computed, so that a new step is one new row above and nothing else.
CONFIG_STEP_REGISTRY = {info["config_class"]: step_name for step_name, info in STEP_NAMES.items()}

BUILDER_STEP_NAMES = {step_name: info["builder_step_name"] for step_name, info in STEP_NAMES.items()}

SPEC_STEP_TYPES = {step_name: info["spec_type"] for step_name, info in STEP_NAMES.items()}


def get_config_class_name(step_name: str) -> str:
    """Name of the config class of a step."""
    return _row(step_name)["config_class"]


def get_builder_step_name(step_name: str) -> str:
    """Name of the builder class of a step."""
    return _row(step_name)["builder_step_name"]


def get_spec_step_type(step_name: str) -> str:
    """Type under which the specification of a step is filed."""
    return _row(step_name)["spec_type"]


def get_spec_step_type_with_job_type(step_name: str, job_type: Optional[str] = None) -> str:
    """The same for one kind of job, for example TabularPreprocessing_Training."""
    spec_type = get_spec_step_type(step_name)
    return f"{spec_type}_{job_type.capitalize()}" if job_type else spec_type


def get_sagemaker_step_type(step_name: str) -> str:
    """Kind of SageMaker step that the builder makes."""
    return _row(step_name)["sagemaker_step_type"]


def validate_step_name(step_name: str) -> bool:
    """Whether the registry knows this step."""
    return step_name in STEP_NAMES


def _row(step_name: str) -> Dict[str, str]:
    if step_name not in STEP_NAMES:
        raise ValueError(f"Unknown step name: {step_name}. Available steps: {sorted(STEP_NAMES)}")
    return STEP_NAMES[step_name]
