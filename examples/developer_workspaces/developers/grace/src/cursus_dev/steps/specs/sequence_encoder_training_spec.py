"""What SequenceEncoderTraining takes and gives."""

from cursus.core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from cursus.registry.step_names import get_spec_step_type
from ..contracts.sequence_encoder_training_contract import SEQUENCE_ENCODER_TRAINING_CONTRACT

SEQUENCE_ENCODER_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type("SequenceEncoderTraining"),
    node_type=NodeType.INTERNAL,
    script_contract=SEQUENCE_ENCODER_TRAINING_CONTRACT,
    dependencies={
        "input_path": DependencySpec(
            logical_name="input_path",
            dependency_type=DependencyType.TRAINING_DATA,
            required=True,
            compatible_sources=["TabularPreprocessing"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "model_output": OutputSpec(
            logical_name="model_output",
            output_type=DependencyType.MODEL_ARTIFACTS,
            property_path="properties.ModelArtifacts.S3ModelArtifacts",
            data_type="S3Uri",
        ),
    },
)
