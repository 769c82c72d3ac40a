"""Builds the ballot."""

from abc import ABC, abstractmethod

from ...core.base.builder_base import StepBuilderBase


class BallotBase(StepBuilderBase, ABC):
    """Derives in two steps."""

    @abstractmethod
    def votes(self):
        """Whose votes count."""

    @property
    def needs_quorum(self):
        return True


class QuorumBallotStepBuilder(BallotBase):
    def votes(self):
        return []

    def create_step(self, dependencies=None, **options):
        return None


class SecretBallotStepBuilder(BallotBase):
    def votes(self):
        return []

    def create_step(self, dependencies=None, **options):
        return None
