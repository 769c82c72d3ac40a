"""Builds the pipeline step CampaignUplift: estimates what a campaign changed."""

from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn import SKLearnProcessor
from sagemaker.workflow.steps import ProcessingStep

from ..configs.config_campaign_uplift_step import CampaignUpliftConfig
from ..specs.campaign_uplift_spec import CAMPAIGN_UPLIFT_SPEC


class CampaignUpliftStepBuilder:
    """Estimates what a campaign changed."""

    def __init__(self, config: CampaignUpliftConfig, sagemaker_session=None, role: str = ""):
        self.config = config
        self.spec = CAMPAIGN_UPLIFT_SPEC
        self.sagemaker_session = sagemaker_session
        self.role = role

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
            depends_on=dependencies or [],
        )
