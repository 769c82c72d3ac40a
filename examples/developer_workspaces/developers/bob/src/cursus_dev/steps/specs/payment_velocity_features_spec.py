"""What PaymentVelocityFeatures takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.payment_velocity_features_contract import PAYMENT_VELOCITY_FEATURES_CONTRACT

PAYMENT_VELOCITY_FEATURES_SPEC = StepSpecification(
    step_type=get_spec_step_type("PaymentVelocityFeatures"),
    node_type=NodeType.INTERNAL,
    script_contract=PAYMENT_VELOCITY_FEATURES_CONTRACT,
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
        "velocity_features": OutputSpec(
            logical_name="velocity_features",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['velocity_features'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
