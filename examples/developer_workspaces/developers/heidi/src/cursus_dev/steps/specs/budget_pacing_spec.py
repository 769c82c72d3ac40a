"""What budget_pacing takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.budget_pacing_contract import BUDGET_PACING_CONTRACT

BUDGET_PACING_SPEC = StepSpecification(
    step_type=get_spec_step_type("budget_pacing"),
    node_type=NodeType.INTERNAL,
    script_contract=BUDGET_PACING_CONTRACT,
    dependencies={
        "campaign": DependencySpec(
            logical_name="campaign",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "pacing": OutputSpec(
            logical_name="pacing",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['pacing'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
