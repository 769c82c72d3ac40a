"""What RiskTableMapping takes and gives, for training jobs."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type_with_job_type
from ..contracts.risk_table_mapping_contract import RISK_TABLE_MAPPING_CONTRACT

RISK_TABLE_MAPPING_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type_with_job_type("RiskTableMapping", "training"),
    node_type=NodeType.INTERNAL,
    script_contract=RISK_TABLE_MAPPING_CONTRACT,
    dependencies={
        "data_input": DependencySpec(
            logical_name="data_input",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["TabularPreprocessing", "StratifiedSampling"],
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
        "risk_tables": OutputSpec(
            logical_name="risk_tables",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['risk_tables'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
