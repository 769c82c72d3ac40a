"""What OutlierRemoval takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.outlier_removal_contract import OUTLIER_REMOVAL_CONTRACT

OUTLIER_REMOVAL_SPEC = StepSpecification(
    step_type=get_spec_step_type("OutlierRemoval"),
    node_type=NodeType.INTERNAL,
    script_contract=OUTLIER_REMOVAL_CONTRACT,
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
        "cleaned": OutputSpec(
            logical_name="cleaned",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.ProcessingOutputConfig.Outputs['cleaned'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
