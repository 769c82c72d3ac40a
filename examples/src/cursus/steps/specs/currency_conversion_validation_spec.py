"""What CurrencyConversion takes and gives, for validation jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type_with_job_type
from ..contracts.currency_conversion_contract import CURRENCY_CONVERSION_CONTRACT

CURRENCY_CONVERSION_VALIDATION_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("CurrencyConversion", "validation"),
    node_type=NodeType.INTERNAL,
    script_contract=CURRENCY_CONVERSION_CONTRACT,
    dependencies={
        "data_input": DependencySpec(
            logical_name="data_input",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing", "RiskTableMapping"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "converted_data": OutputSpec(
            logical_name="converted_data",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['converted_data'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
