"""Tests of one builder."""

from cursus.steps.builders.builder_xgboost_training_step import XGBoostTrainingStepBuilder


class CountingXGBoostTrainingStepBuilder(XGBoostTrainingStepBuilder):
    calls = 0

    def create_step(self, dependencies=None, **options):
        type(self).calls += 1
        return super().create_step(dependencies, **options)


def test_counts() -> None:
    assert CountingXGBoostTrainingStepBuilder.calls == 0
