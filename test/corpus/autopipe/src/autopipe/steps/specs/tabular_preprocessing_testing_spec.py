"""What TabularPreprocessing takes and gives, for testing jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ..registry.step_names import get_spec_step_type_with_job_type
from ..contracts.tabular_preprocessing_contract import TABULAR_PREPROCESSING_CONTRACT

TABULAR_PREPROCESSING_TESTING_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("TabularPreprocessing", "testing"),
    node_type=NodeType.INTERNAL,
    script_contract=TABULAR_PREPROCESSING_CONTRACT,
    dependencies={
        "DATA": DependencySpec(
            logical_name="DATA",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["CradleDataLoading"],
            data_type="S3Uri",
        ),
        "SIGNATURE": DependencySpec(
            logical_name="SIGNATURE",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=False,
            compatible_sources=["CradleDataLoading"],
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
