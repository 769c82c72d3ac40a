"""What KeywordExpansion takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.keyword_expansion_contract import KEYWORD_EXPANSION_CONTRACT

KEYWORD_EXPANSION_SPEC = StepSpecification(
    step_type=get_spec_step_type("KeywordExpansion"),
    node_type=NodeType.INTERNAL,
    script_contract=KEYWORD_EXPANSION_CONTRACT,
    dependencies={
        "keywords": DependencySpec(
            logical_name="keywords",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["DummyDataLoading"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "expanded": OutputSpec(
            logical_name="expanded",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['expanded'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
