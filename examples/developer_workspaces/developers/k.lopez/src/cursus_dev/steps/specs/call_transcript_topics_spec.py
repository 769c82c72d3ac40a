"""What CallTranscriptTopics takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.call_transcript_topics_contract import CALL_TRANSCRIPT_TOPICS_CONTRACT

CALL_TRANSCRIPT_TOPICS_SPEC = StepSpecification(
    step_type=get_spec_step_type("CallTranscriptTopics"),
    node_type=NodeType.INTERNAL,
    script_contract=CALL_TRANSCRIPT_TOPICS_CONTRACT,
    dependencies={
        "transcripts": DependencySpec(
            logical_name="transcripts",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["DummyDataLoading"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "topics": OutputSpec(
            logical_name="topics",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['topics'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
