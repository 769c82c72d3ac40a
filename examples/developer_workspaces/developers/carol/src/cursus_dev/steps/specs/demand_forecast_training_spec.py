"""What DemandForecastTraining takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.demand_forecast_training_contract import DEMAND_FORECAST_TRAINING_CONTRACT

DEMAND_FORECAST_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type("DemandForecastTraining"),
    node_type=NodeType.INTERNAL,
    script_contract=DEMAND_FORECAST_TRAINING_CONTRACT,
    dependencies={
        "input_path": DependencySpec(
            logical_name="input_path",
            dependency_type=DependencyType.TRAINING_DATA,
            required=True,
            compatible_sources=["DemandSeasonality", "TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "model_output": OutputSpec(
            logical_name="model_output",
            output_type=DependencyType.MODEL_ARTIFACTS,
            property_path="properties.ModelArtifacts.S3ModelArtifacts",
            data_type="S3Uri",
        ),
    },
)
