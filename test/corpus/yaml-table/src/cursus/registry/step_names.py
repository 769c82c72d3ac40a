"""Step names of core."""

from typing import Optional

from .step_names_base import CONFIG_STEP_REGISTRY, STEP_NAMES

__all__ = ["CONFIG_STEP_REGISTRY", "STEP_NAMES", "get_spec_step_type", "get_spec_step_type_with_job_type"]


def get_spec_step_type(step_name: str) -> str:
    return STEP_NAMES[step_name]["spec_type"]


def get_spec_step_type_with_job_type(step_name: str, job_type: Optional[str] = None) -> str:
    return f"{get_spec_step_type(step_name)}_{job_type.capitalize()}" if job_type else get_spec_step_type(step_name)
