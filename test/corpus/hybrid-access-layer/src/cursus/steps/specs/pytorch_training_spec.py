"""What PyTorchTraining takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type
from ..contracts.pytorch_training_contract import PYTORCH_TRAINING_CONTRACT

PYTORCH_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type("PyTorchTraining"),
    node_type=NodeType.INTERNAL,
    script_contract=PYTORCH_TRAINING_CONTRACT,
    dependencies={
        "input_path": DependencySpec(
            logical_name="input_path",
            dependency_type=DependencyType.TRAINING_DATA,
            required=True,
            compatible_sources=["TabularPreprocessing", "StratifiedSampling", "RiskTableMapping", "FeatureSelection"],
            data_type="S3Uri",
        ),
        "hyperparameters_s3_uri": DependencySpec(
            logical_name="hyperparameters_s3_uri",
            dependency_type=DependencyType.TRAINING_DATA,
            required=False,
            compatible_sources=[],
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
