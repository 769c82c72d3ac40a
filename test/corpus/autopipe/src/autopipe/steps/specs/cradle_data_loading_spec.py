"""What CradleDataLoading takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ..registry.step_names import get_spec_step_type

CRADLE_DATA_LOADING_SPEC = StepSpecification(
    step_type=get_spec_step_type("CradleDataLoading"),
    node_type=NodeType.SOURCE,
    dependencies={
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
