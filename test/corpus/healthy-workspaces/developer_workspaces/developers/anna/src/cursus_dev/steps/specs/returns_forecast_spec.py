"""What ReturnsForecast takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.returns_forecast_contract import RETURNS_FORECAST_CONTRACT

RETURNS_FORECAST_SPEC = StepSpecification(
    step_type=get_spec_step_type("ReturnsForecast"),
    node_type=NodeType.INTERNAL,
    script_contract=RETURNS_FORECAST_CONTRACT,
    dependencies={
        "input_data": DependencySpec(
            logical_name="input_data",
            dependency_type=DependencyType.TRAINING_DATA,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "output_data": OutputSpec(
            logical_name="output_data",
            output_type=DependencyType.MODEL_ARTIFACTS,
            property_path="properties.ModelArtifacts.S3ModelArtifacts",
            data_type="S3Uri",
        ),
    },
)
