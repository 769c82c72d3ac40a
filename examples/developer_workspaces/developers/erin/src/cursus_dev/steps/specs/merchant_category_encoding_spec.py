"""What MerchantCategoryEncoding takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.merchant_category_encoding_contract import MERCHANT_CATEGORY_ENCODING_CONTRACT

MERCHANT_CATEGORY_ENCODING_SPEC = StepSpecification(
    step_type=get_spec_step_type("MerchantCategoryEncoding"),
    node_type=NodeType.INTERNAL,
    script_contract=MERCHANT_CATEGORY_ENCODING_CONTRACT,
    dependencies={
        "transactions": DependencySpec(
            logical_name="transactions",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "encoded": OutputSpec(
            logical_name="encoded",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['encoded'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
