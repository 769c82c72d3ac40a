"""What XGBoostTraining takes and gives."""

from ...core.base.specification_base import DependencySpec, DependencyType, NodeType, OutputSpec, StepSpecification
from ...registry.step_names import get_spec_step_type
from ..contracts.xgboost_training_contract import XGBOOST_TRAINING_CONTRACT

XGBOOST_TRAINING_SPEC = StepSpecification(
    step_type=get_spec_step_type("XGBoostTraining"),
    node_type=NodeType.INTERNAL,
    script_contract=XGBOOST_TRAINING_CONTRACT,
    dependencies=[
        DependencySpec(
            logical_name="input_path",
            dependency_type=DependencyType.TRAINING_DATA,
            compatible_sources=[
                "TabularPreprocessing",
                "TabularPreprocessing_Training",
                "TabularPreprocesing",
            ],
        ),
    ],
    outputs={"model_output": OutputSpec("model_output", DependencyType.MODEL_ARTIFACTS, "properties.ModelArtifacts")},
)
