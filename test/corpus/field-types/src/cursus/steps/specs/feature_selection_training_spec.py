"""What FeatureSelection takes and gives, for training jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type_with_job_type
from ..contracts.feature_selection_contract import FEATURE_SELECTION_CONTRACT

FEATURE_SELECTION_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("FeatureSelection", "training"),
    node_type=NodeType.INTERNAL,
    script_contract=FEATURE_SELECTION_CONTRACT,
    dependencies={
        "processed_data": DependencySpec(
            logical_name="processed_data",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing", "MissingValueImputation", "RiskTableMapping"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "selected_data": OutputSpec(
            logical_name="selected_data",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['selected_data'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
        "selected_features": OutputSpec(
            logical_name="selected_features",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['selected_features'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
