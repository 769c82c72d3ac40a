"""What DemandSeasonality takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.demand_seasonality_contract import DEMAND_SEASONALITY_CONTRACT

DEMAND_SEASONALITY_SPEC = StepSpecification(
    step_type=get_spec_step_type("DemandSeasonality"),
    node_type=NodeType.INTERNAL,
    script_contract=DEMAND_SEASONALITY_CONTRACT,
    dependencies={
        "history": DependencySpec(
            logical_name="history",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "adjusted": OutputSpec(
            logical_name="adjusted",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['adjusted'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
