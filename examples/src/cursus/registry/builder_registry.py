"""Finds the builder class of a step."""

import importlib
import inspect
import pkgutil
from typing import Callable, Dict, Optional, Type

from ..core.base.builder_base import StepBuilderBase
from .step_names import BUILDER_STEP_NAMES, get_config_step_registry

REVERSE_BUILDER_MAPPING = {builder: step_name for step_name, builder in BUILDER_STEP_NAMES.items()}


class StepBuilderRegistry:
    """Builders by step name. Old names are still understood."""

    # Pipelines that were saved before the renaming still use the names on the left.
    LEGACY_ALIASES = {
        "MIMSPackaging": "Package",
        "MIMSPayload": "Payload",
        "ModelRegistration": "Registration",
        "PytorchTraining": "PyTorchTraining",
        "PytorchModel": "PyTorchModel",
    }

    def __init__(self) -> None:
        self._builders: Dict[str, Type[StepBuilderBase]] = {}

    def discover(self) -> None:
        """Import every module of the builders package and note its concrete builders."""
        package = importlib.import_module("cursus.steps.builders")
        for module_info in pkgutil.iter_modules(package.__path__):
            module = importlib.import_module(f"{package.__name__}.{module_info.name}")
            for name, value in inspect.getmembers(module, inspect.isclass):
                if issubclass(value, StepBuilderBase) and not inspect.isabstract(value):
                    self._builders[REVERSE_BUILDER_MAPPING.get(name, name.removesuffix("StepBuilder"))] = value

    def register(self, step_name: str, builder: Type[StepBuilderBase]) -> None:
        self._builders[step_name] = builder

    def get(self, step_name: str) -> Type[StepBuilderBase]:
        canonical = self.LEGACY_ALIASES.get(step_name, step_name)
        if canonical not in self._builders:
            raise KeyError(f"No step builder found for step type '{step_name}' (canonical: '{canonical}')")
        return self._builders[canonical]

    def for_config(self, config: object) -> Type[StepBuilderBase]:
        return self.get(get_config_step_registry()[type(config).__name__])


_registry: Optional[StepBuilderRegistry] = None


def get_global_registry() -> StepBuilderRegistry:
    global _registry
    if _registry is None:
        _registry = StepBuilderRegistry()
        _registry.discover()
    return _registry


def register_builder(step_name: Optional[str] = None) -> Callable[[Type[StepBuilderBase]], Type[StepBuilderBase]]:
    """Decorator for builders outside the builders package."""

    def decorate(builder: Type[StepBuilderBase]) -> Type[StepBuilderBase]:
        name = step_name or REVERSE_BUILDER_MAPPING.get(builder.__name__, builder.__name__.removesuffix("StepBuilder"))
        get_global_registry().register(name, builder)
        return builder

    return decorate
