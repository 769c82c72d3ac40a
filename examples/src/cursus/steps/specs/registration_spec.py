"""What Registration takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type

REGISTRATION_SPEC = StepSpecification(
    step_type=get_spec_step_type("Registration"),
    node_type=NodeType.SINK,
    dependencies={
        "packaged_model": DependencySpec(
            logical_name="packaged_model",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=True,
            compatible_sources=["Package"],
            data_type="S3Uri",
        ),
        "payload_samples": DependencySpec(
            logical_name="payload_samples",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["Payload"],
            data_type="S3Uri",
        ),
    },
    outputs={
    },
)
