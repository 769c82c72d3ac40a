"""What ModelCalibration takes and gives, for calibration jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type_with_job_type
from ..contracts.model_calibration_contract import MODEL_CALIBRATION_CONTRACT

MODEL_CALIBRATION_CALIBRATION_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("ModelCalibration", "calibration"),
    node_type=NodeType.INTERNAL,
    script_contract=MODEL_CALIBRATION_CONTRACT,
    dependencies={
        "evaluation_data": DependencySpec(
            logical_name="evaluation_data",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["XGBoostModelEval"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "calibration_output": OutputSpec(
            logical_name="calibration_output",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['calibration_output'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
        "calibrated_data": OutputSpec(
            logical_name="calibrated_data",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['calibrated_data'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
