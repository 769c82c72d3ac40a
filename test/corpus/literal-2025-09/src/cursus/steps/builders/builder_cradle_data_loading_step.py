"""Builds the pipeline step CradleDataLoading: loads a training or scoring data set from the Cradle service."""

from secure_sdk.workflow.steps import CradleDataLoadingStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_cradle_data_loading_step import CradleDataLoadConfig
from ..specs.cradle_data_loading_spec import CRADLE_DATA_LOADING_SPEC


class CradleDataLoadingStepBuilder(StepBuilderBase):
    """Loads a training or scoring data set from the Cradle service."""

    def __init__(self, config: CradleDataLoadConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=CRADLE_DATA_LOADING_SPEC, sagemaker_session=sagemaker_session, role=role)

    def validate_configuration(self) -> None:
        for name in ("data_sources", "start_date", "end_date"):
            if getattr(self.config, name) in (None, "", []):
                raise ValueError(f"CradleDataLoading needs {name}")

    def create_step(self, dependencies=None, **options):
        step = CradleDataLoadingStep(
            step_name=self._get_step_name(),
            role=self.role,
            sagemaker_session=self.sagemaker_session,
        )
        step.add_request(self.config.request())
        for upstream in dependencies or []:
            step.add_depends_on([upstream])
        return step
