"""What ClickstreamSessions takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.clickstream_sessions_contract import CLICKSTREAM_SESSIONS_CONTRACT

CLICKSTREAM_SESSIONS_SPEC = StepSpecification(
    step_type=get_spec_step_type("ClickstreamSessions"),
    node_type=NodeType.INTERNAL,
    script_contract=CLICKSTREAM_SESSIONS_CONTRACT,
    dependencies={
        "clicks": DependencySpec(
            logical_name="clicks",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["DummyDataLoading"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "sessions": OutputSpec(
            logical_name="sessions",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['sessions'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
