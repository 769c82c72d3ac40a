"""A specification with odd names."""

from cursus.registry.step_names import get_spec_step_type

NAMES = [get_spec_step_type("__proto__"), get_spec_step_type("constructor"), get_spec_step_type("toString")]
