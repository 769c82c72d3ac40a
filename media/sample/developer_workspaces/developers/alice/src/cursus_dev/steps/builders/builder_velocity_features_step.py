from cursus.core.base.builder_base import StepBuilderBase

from ..configs.config_velocity_features_step import VelocityFeaturesConfig


class VelocityFeaturesStepBuilder(StepBuilderBase):
    """Builds the step that counts payments."""

    def __init__(self, config: VelocityFeaturesConfig):
        super().__init__(config=config)
