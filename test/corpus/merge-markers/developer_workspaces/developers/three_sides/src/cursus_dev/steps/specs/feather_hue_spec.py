"""What FeatherHue takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.feather_hue_contract import FEATHER_HUE_CONTRACT

FEATHER_HUE_SPEC = StepSpecification(
    step_type=get_spec_step_type("FeatherHue"),
    node_type=NodeType.INTERNAL,
    script_contract=FEATHER_HUE_CONTRACT,
    dependencies={
        "input_data": DependencySpec(
            logical_name="input_data",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "output_data": OutputSpec(
            logical_name="output_data",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['output_data'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
