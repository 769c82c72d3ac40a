"""What SensorGapFilling takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.sensor_gap_filling_contract import SENSOR_GAP_FILLING_CONTRACT

SENSOR_GAP_FILLING_SPEC = StepSpecification(
    step_type=get_spec_step_type("SensorGapFilling"),
    node_type=NodeType.INTERNAL,
    script_contract=SENSOR_GAP_FILLING_CONTRACT,
    dependencies={
        "readings": DependencySpec(
            logical_name="readings",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=True,
            compatible_sources=["DummyDataLoading"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "filled": OutputSpec(
            logical_name="filled",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['filled'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
