"""A builder that several workspaces may use, and the abstract base that it shares with others."""

from abc import ABC, abstractmethod

from cursus.core.base.builder_base import StepBuilderBase


class PackingStepBuilder(StepBuilderBase, ABC):
    @abstractmethod
    def files(self):
        """Which files go into the archive."""

    def create_step(self, dependencies=None, **options):
        return {"files": self.files(), "after": dependencies or []}


class SlimPackageStepBuilder(PackingStepBuilder):
    def files(self):
        return ["model.bst", "handler.py"]
