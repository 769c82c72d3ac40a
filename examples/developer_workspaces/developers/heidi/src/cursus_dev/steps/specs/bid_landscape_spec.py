"""What BidLandscape takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.bid_landscape_contract import BID_LANDSCAPE_CONTRACT

BID_LANDSCAPE_SPEC = StepSpecification(
    step_type=get_spec_step_type("BidLandscape"),
    node_type=NodeType.INTERNAL,
    script_contract=BID_LANDSCAPE_CONTRACT,
    dependencies={
        "auctions": DependencySpec(
            logical_name="auctions",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "landscape": OutputSpec(
            logical_name="landscape",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['landscape'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
