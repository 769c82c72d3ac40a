"""What StratifiedSampling takes and gives, for training jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type_with_job_type
from ..contracts.stratified_sampling_contract import STRATIFIED_SAMPLING_CONTRACT

STRATIFIED_SAMPLING_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("StratifiedSampling", "training"),
    node_type=NodeType.INTERNAL,
    script_contract=STRATIFIED_SAMPLING_CONTRACT,
    dependencies={
        "input_data": DependencySpec(
            logical_name="input_data",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing", "MissingValueImputation"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "processed_data": OutputSpec(
            logical_name="processed_data",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['processed_data'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
