"""What PaymentRiskScoring takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.payment_risk_scoring_contract import PAYMENT_RISK_SCORING_CONTRACT

PAYMENT_RISK_SCORING_SPEC = StepSpecification(
    step_type=get_spec_step_type("PaymentRiskScoring"),
    node_type=NodeType.INTERNAL,
    script_contract=PAYMENT_RISK_SCORING_CONTRACT,
    dependencies={
        "payments": DependencySpec(
            logical_name="payments",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
        "model_input": DependencySpec(
            logical_name="model_input",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=True,
            compatible_sources=["XGBoostTraining"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "scores": OutputSpec(
            logical_name="scores",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['scores'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
