"""What LoyaltyChurnLabels takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.loyalty_churn_labels_contract import LOYALTY_CHURN_LABELS_CONTRACT

LOYALTY_CHURN_LABELS_SPEC = StepSpecification(
    step_type=get_spec_step_type("LoyaltyChurnLabels"),
    node_type=NodeType.INTERNAL,
    script_contract=LOYALTY_CHURN_LABELS_CONTRACT,
    dependencies={
        "customers": DependencySpec(
            logical_name="customers",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "labels": OutputSpec(
            logical_name="labels",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['labels'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
