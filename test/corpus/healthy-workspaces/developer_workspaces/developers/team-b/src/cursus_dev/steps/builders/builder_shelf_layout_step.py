"""Builds the pipeline step ShelfLayout: arranges articles on shelves."""

from sagemaker.processing import ProcessingInput, ProcessingOutput
from sagemaker.sklearn import SKLearnProcessor
from sagemaker.workflow.steps import ProcessingStep

from cursus.core.base.builder_base import StepBuilderBase
from ..configs.config_shelf_layout_step import ShelfLayoutConfig
from ..specs.shelf_layout_spec import SHELF_LAYOUT_SPEC


class ShelfLayoutStepBuilder(StepBuilderBase):
    """Arranges articles on shelves."""

    def __init__(self, config: ShelfLayoutConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=SHELF_LAYOUT_SPEC, sagemaker_session=sagemaker_session, role=role)

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
