"""What SettlementReconciliation takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.settlement_reconciliation_contract import SETTLEMENT_RECONCILIATION_CONTRACT

SETTLEMENT_RECONCILIATION_SPEC = StepSpecification(
    step_type=get_spec_step_type("SettlementReconciliation"),
    node_type=NodeType.INTERNAL,
    script_contract=SETTLEMENT_RECONCILIATION_CONTRACT,
    dependencies={
        "payments": DependencySpec(
            logical_name="payments",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "matched": OutputSpec(
            logical_name="matched",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['matched'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
