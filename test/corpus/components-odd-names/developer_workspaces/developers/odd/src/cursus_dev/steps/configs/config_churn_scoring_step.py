"""All configs of this workspace."""

from cursus.core.base.config_base import BasePipelineConfig
from cursus.steps.configs.config_xgboost_training_step import XGBoostTrainingConfig as ChurnTrainingConfig


class ChurnScoringConfig(BasePipelineConfig):
    threshold: float = 0.5


class _ReportConfig(BasePipelineConfig):
    pages: int = 3


ChurnReportConfig = _ReportConfig
DeepChurnConfig = ChurnTrainingConfig
