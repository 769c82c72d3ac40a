"""Derives from a class that is installed elsewhere."""

from cursus.steps.builders.special import SpecialBuilder


class ParcelTrackingStepBuilder(SpecialBuilder):
    pass
