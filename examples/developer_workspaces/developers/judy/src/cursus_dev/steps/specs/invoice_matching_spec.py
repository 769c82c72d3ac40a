"""What InvoiceMatching takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.invoice_matching_contract import INVOICE_MATCHING_CONTRACT

INVOICE_MATCHING_SPEC = StepSpecification(
    step_type=get_spec_step_type("InvoiceMatching"),
    node_type=NodeType.INTERNAL,
    script_contract=INVOICE_MATCHING_CONTRACT,
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
        "matched": OutputSpec(
            logical_name="matched",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['matched'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
