"""Shim: see cursus.registry.step_names."""

from ...registry.step_names import *  # noqa: F401,F403
from ...registry.step_names import STEP_NAMES  # noqa: F401
