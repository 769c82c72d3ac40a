"""Text processors by name: a registry too, but not one of steps."""

from typing import Dict, Type


class CategoricalProcessor:
    pass


class NumericalProcessor:
    pass


PROCESSOR_REGISTRY: Dict[str, Type] = {
    "categorical": CategoricalProcessor,
    "numerical": NumericalProcessor,
}
