"""What ModelEvaluation takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.model_evaluation_contract import MODEL_EVALUATION_CONTRACT

MODEL_EVALUATION_SPEC = StepSpecification(
    step_type=get_spec_step_type("ModelEvaluation"),
    node_type=NodeType.INTERNAL,
    script_contract=MODEL_EVALUATION_CONTRACT,
    dependencies={
        "predictions": DependencySpec(
            logical_name="predictions",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["XGBoostModelEval", "ModelCalibration"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "report": OutputSpec(
            logical_name="report",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
