"""What BatchTransform takes and gives, for validation jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type_with_job_type

BATCH_TRANSFORM_VALIDATION_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("BatchTransform", "validation"),
    node_type=NodeType.INTERNAL,
    dependencies={
        "model_name": DependencySpec(
            logical_name="model_name",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=True,
            compatible_sources=["XGBoostModel", "PyTorchModel"],
            data_type="S3Uri",
        ),
        "processed_data": DependencySpec(
            logical_name="processed_data",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "transform_output": OutputSpec(
            logical_name="transform_output",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.TransformOutput.S3OutputPath",
            data_type="S3Uri",
        ),
    },
)
