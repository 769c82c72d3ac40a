"""What SensorDriftCheck takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.sensor_drift_check_contract import SENSOR_DRIFT_CHECK_CONTRACT

SENSOR_DRIFT_CHECK_SPEC = StepSpecification(
    step_type=get_spec_step_type("SensorDriftCheck"),
    node_type=NodeType.INTERNAL,
    script_contract=SENSOR_DRIFT_CHECK_CONTRACT,
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
        "drift": OutputSpec(
            logical_name="drift",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['drift'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
