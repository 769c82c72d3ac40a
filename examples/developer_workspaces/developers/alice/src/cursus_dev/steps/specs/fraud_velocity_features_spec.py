"""What FraudVelocityFeatures takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.fraud_velocity_features_contract import FRAUD_VELOCITY_FEATURES_CONTRACT

FRAUD_VELOCITY_FEATURES_SPEC = StepSpecification(
    step_type=get_spec_step_type("FraudVelocityFeatures"),
    node_type=NodeType.INTERNAL,
    script_contract=FRAUD_VELOCITY_FEATURES_CONTRACT,
    dependencies={
        "transactions": DependencySpec(
            logical_name="transactions",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing", "CurencyConversion"],
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
