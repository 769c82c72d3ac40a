"""Builds the pipeline step RiskTableMapping: replaces categories by the risk that was observed for them."""

from typing import Dict

from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn import SKLearnProcessor
from sagemaker.workflow.steps import ProcessingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_risk_table_mapping_step import RiskTableMappingConfig
from ..specs.risk_table_mapping_training_spec import RISK_TABLE_MAPPING_TRAINING_SPEC


class RiskTableMappingStepBuilder(StepBuilderBase):
    """Replaces categories by the risk that was observed for them."""

    def __init__(self, config: RiskTableMappingConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=RISK_TABLE_MAPPING_TRAINING_SPEC, sagemaker_session=sagemaker_session, role=role)

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
