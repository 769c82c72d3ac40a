"""Builds the pipeline step BatchTransform: scores a whole data set with a registered model."""

from sagemaker.inputs import TransformInput
from sagemaker.transformer import Transformer
from sagemaker.workflow.steps import TransformStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_batch_transform_step import BatchTransformStepConfig
from ..specs.batch_transform_training_spec import BATCH_TRANSFORM_TRAINING_SPEC


class BatchTransformStepBuilder(StepBuilderBase):
    """Scores a whole data set with a registered model."""

    def __init__(self, config: BatchTransformStepConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=BATCH_TRANSFORM_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def create_step(self, dependencies=None, **options):
        found = self.extract_inputs_from_dependencies(dependencies or [])
        transformer = Transformer(
            model_name=found["model_name"],
            instance_type=self.config.transform_instance_type,
            instance_count=self.config.transform_instance_count,
            assemble_with="Line",
            output_path=self._get_output_path(),
        )
        data = TransformInput(data=found["processed_data"], content_type=self.config.content_type, split_type="Line")
        return TransformStep(name=self._get_step_name(), transformer=transformer, inputs=data, depends_on=dependencies or [])
