"""What DunningPriority takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.dunning_priority_contract import DUNNING_PRIORITY_CONTRACT

DUNNING_PRIORITY_SPEC = StepSpecification(
    step_type=get_spec_step_type("DunningPriority"),
    node_type=NodeType.INTERNAL,
    script_contract=DUNNING_PRIORITY_CONTRACT,
    dependencies={
        "invoices": DependencySpec(
            logical_name="invoices",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["DummyDataLoading"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "ranked": OutputSpec(
            logical_name="ranked",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['ranked'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
