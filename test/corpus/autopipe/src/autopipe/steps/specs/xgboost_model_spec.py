"""What XGBoostModel takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ..registry.step_names import get_spec_step_type

XGBOOST_MODEL_SPEC = StepSpecification(
    step_type=get_spec_step_type("XGBoostModel"),
    node_type=NodeType.INTERNAL,
    dependencies={
        "model_data": DependencySpec(
            logical_name="model_data",
            dependency_type=DependencyType.MODEL_ARTIFACTS,
            required=True,
            compatible_sources=["XGBoostTraining"],
            data_type="S3Uri",
        ),
    },
    outputs={
        "model_name": OutputSpec(
            logical_name="model_name",
            output_type=DependencyType.MODEL_ARTIFACTS,
            property_path="properties.ModelName",
            data_type="S3Uri",
        ),
    },
)
