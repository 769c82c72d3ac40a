"""Builds the pipeline step HyperparameterPrep: writes the hyperparameters of a training to the bucket."""

from sagemaker.lambda_helper import Lambda
from sagemaker.workflow.lambda_step import LambdaOutput, LambdaStep

from ...core.base.builder_base import StepBuilderBase
from ..configs.config_hyperparameter_prep_step import HyperparameterPrepConfig
from ..specs.hyperparameter_prep_spec import HYPERPARAMETER_PREP_SPEC


class HyperparameterPrepStepBuilder(StepBuilderBase):
    """Writes the hyperparameters of a training to the bucket."""

    def __init__(self, config: HyperparameterPrepConfig, sagemaker_session=None, role: str = ""):
        super().__init__(config=config, spec=HYPERPARAMETER_PREP_SPEC, sagemaker_session=sagemaker_session, role=role)

    def validate_configuration(self) -> None:
        for name in ("lambda_arn", "hyperparameters_json"):
            if getattr(self.config, name) in (None, "", []):
                raise ValueError(f"HyperparameterPrep needs {name}")

    def create_step(self, dependencies=None, **options):
        outputs = [LambdaOutput(output_name="hyperparameters_s3_uri")]
        return LambdaStep(
            name=self._get_step_name(),
            lambda_func=Lambda(function_arn=self.config.lambda_arn),
            inputs={"hyperparameters": self.config.hyperparameters_json, "key": self.config.s3_key},
            outputs=outputs,
            depends_on=dependencies or [],
        )
