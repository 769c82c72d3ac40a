"""What Package takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type
from ..contracts.package_contract import PACKAGE_CONTRACT

PACKAGE_SPEC = StepSpecification(
    step_type=get_spec_step_type("Package"),
    node_type=NodeType.INTERNAL,
    script_contract=PACKAGE_CONTRACT,
    dependencies={
        "model_input": DependencySpec(
            logical_name="model_input",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=True,
            compatible_sources=["XGBoostTraining", "PyTorchTraining"],
            data_type="S3Uri",
        ),
        "calibration_model": DependencySpec(
            logical_name="calibration_model",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=False,
            compatible_sources=["ModelCalibration"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "packaged_model": OutputSpec(
            logical_name="packaged_model",
            output_type=DependencyType.MODEL_ARTIFACTS,
            property_path="properties.ProcessingOutputConfig.Outputs['packaged_model'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
