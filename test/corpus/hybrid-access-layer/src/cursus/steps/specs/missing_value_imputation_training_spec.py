"""What MissingValueImputation takes and gives, for training jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type_with_job_type
from ..contracts.missing_value_imputation_contract import MISSING_VALUE_IMPUTATION_CONTRACT

MISSING_VALUE_IMPUTATION_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("MissingValueImputation", "training"),
    node_type=NodeType.INTERNAL,
    script_contract=MISSING_VALUE_IMPUTATION_CONTRACT,
    dependencies={
        "data_input": DependencySpec(
            logical_name="data_input",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "imputed_data": OutputSpec(
            logical_name="imputed_data",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['imputed_data'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
        "imputation_params": OutputSpec(
            logical_name="imputation_params",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['imputation_params'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
