"""Builders by step name."""

from typing import Dict, Type

from .step_names import BUILDER_STEP_NAMES

REVERSE_BUILDER_MAPPING: Dict[str, str] = {}
REVERSE_BUILDER_MAPPING = {builder: name for name, builder in BUILDER_STEP_NAMES.items()}
VALID_SAGEMAKER_TYPES = {"Processing", "Training", "Transform", "CreateModel", "RegisterModel", "Base", "Utility", "Lambda",
                         "CradleDataLoading", "MimsModelRegistrationProcessing"}


class StepBuilderRegistry:
    LEGACY_ALIASES = {
        "MIMSPackaging": "Package",  # renamed in 1.1
        "MIMSPayload": "Payload",
    }

    def register(self, name: str, builder: Type) -> None:
        setattr(self, f"_{name}", builder)
