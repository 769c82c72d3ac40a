"""What Payload takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ..registry.step_names import get_spec_step_type
from ..contracts.payload_contract import PAYLOAD_CONTRACT

PAYLOAD_SPEC = StepSpecification(
    step_type=get_spec_step_type("Payload"),
    node_type=NodeType.INTERNAL,
    script_contract=PAYLOAD_CONTRACT,
    dependencies={
        "model_input": DependencySpec(
            logical_name="model_input",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=True,
            compatible_sources=[],
            data_type="S3Uri",
        ),
    },
    outputs={
        "payload_sample": OutputSpec(
            logical_name="payload_sample",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['payload_sample'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
