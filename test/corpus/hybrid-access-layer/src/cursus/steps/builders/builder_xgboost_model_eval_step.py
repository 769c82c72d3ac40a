"""Builds the pipeline step XGBoostModelEval: scores a data set with a trained XGBoost model and writes metrics."""

from typing import Dict

from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn import SKLearnProcessor
from sagemaker.workflow.steps import ProcessingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_xgboost_model_eval_step import XGBoostModelEvalConfig
from ..specs.xgboost_model_eval_training_spec import XGBOOST_MODEL_EVAL_TRAINING_SPEC


class XGBoostModelEvalStepBuilder(StepBuilderBase):
    """Scores a data set with a trained XGBoost model and writes metrics."""

    def __init__(self, config: XGBoostModelEvalConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=XGBOOST_MODEL_EVAL_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def create_step(self, dependencies=None, **options):
        processor = SKLearnProcessor(
            framework_version=self.config.processing_framework_version,
            role=self.role,
            instance_type=self.config.processing_instance_type,
            instance_count=self.config.processing_instance_count,
            env=self._get_environment_variables(),
        )
        found = self.extract_inputs_from_dependencies(dependencies or [])
        return ProcessingStep(
            name=self._get_step_name(),
            processor=processor,
            inputs=[ProcessingInput(input_name=key, source=uri, destination=self.input_path(key)) for key, uri in found.items()],
            outputs=[ProcessingOutput(output_name=key, source=self.output_path(key)) for key in self.spec.outputs],
            code=self.config.get_script_path(),
            job_arguments=["--job_type", self.config.job_type],
            depends_on=dependencies or [],
        )
