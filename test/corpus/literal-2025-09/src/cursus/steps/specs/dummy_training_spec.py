"""What DummyTraining takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type
from ..contracts.dummy_training_contract import DUMMY_TRAINING_CONTRACT

DUMMY_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type("DummyTraining"),
    node_type=NodeType.INTERNAL,
    script_contract=DUMMY_TRAINING_CONTRACT,
    dependencies={
        "model_artifacts_input": DependencySpec(
            logical_name="model_artifacts_input",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=False,
            compatible_sources=["XGBoostTraining", "PyTorchTraining"],
            data_type="S3Uri",
        ),
        "hyperparameters_s3_uri": DependencySpec(
            logical_name="hyperparameters_s3_uri",
            dependency_type=DependencyType.PROCESSING_OUTPUT,
            required=False,
            compatible_sources=["HyperparameterPrep"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "model_output": OutputSpec(
            logical_name="model_output",
            output_type=DependencyType.MODEL_ARTIFACTS,
            property_path="properties.ProcessingOutputConfig.Outputs['model_output'].S3Output.S3Uri",
            data_type="S3Uri",
        ),
    },
)
