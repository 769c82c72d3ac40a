"""What HyperparameterPrep takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type

HYPERPARAMETER_PREP_SPEC = StepSpecification(
    step_type=get_spec_step_type("HyperparameterPrep"),
    node_type=NodeType.SOURCE,
    dependencies={
    },
    outputs={
        "hyperparameters_s3_uri": OutputSpec(
            logical_name="hyperparameters_s3_uri",
            output_type=DependencyType.PROCESSING_OUTPUT,
            property_path="properties.Outputs",
            data_type="S3Uri",
        ),
    },
)
