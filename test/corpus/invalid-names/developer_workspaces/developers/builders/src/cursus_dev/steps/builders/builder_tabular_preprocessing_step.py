"""Builders of this workspace."""

from cursus.core.base.builder_base import StepBuilderBase
