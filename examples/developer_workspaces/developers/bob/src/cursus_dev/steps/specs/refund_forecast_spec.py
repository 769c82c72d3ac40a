"""What RefundForecast takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.refund_forecast_contract import REFUND_FORECAST_CONTRACT

REFUND_FORECAST_SPEC = StepSpecification(
    step_type=get_spec_step_type("RefundForecast"),
    node_type=NodeType.INTERNAL,
    script_contract=REFUND_FORECAST_CONTRACT,
    dependencies={
        "history": DependencySpec(
            logical_name="history",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["CurrencyConversion"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "forecast": OutputSpec(
            logical_name="forecast",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['forecast'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
