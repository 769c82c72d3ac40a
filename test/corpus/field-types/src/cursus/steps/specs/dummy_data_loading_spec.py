"""What DummyDataLoading takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type
from ..contracts.dummy_data_loading_contract import DUMMY_DATA_LOADING_CONTRACT

DUMMY_DATA_LOADING_SPEC = StepSpecification(
    step_type=get_spec_step_type("DummyDataLoading"),
    node_type=NodeType.INTERNAL,
    script_contract=DUMMY_DATA_LOADING_CONTRACT,
    dependencies={
        "INPUT_DATA": DependencySpec(
            logical_name="INPUT_DATA",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=[],
            data_type="S3Uri",
        ),
    },
    outputs={
        "DATA": OutputSpec(
            logical_name="DATA",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['DATA'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
        "SIGNATURE": OutputSpec(
            logical_name="SIGNATURE",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['SIGNATURE'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
