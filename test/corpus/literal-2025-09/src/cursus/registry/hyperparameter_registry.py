"""Hyperparameter classes by model."""

from typing import Optional

HYPERPARAMETER_REGISTRY = {
    "ModelHyperparameters": {
        "class_name": "ModelHyperparameters",
        "module_path": "src.pipeline_steps.hyperparameters_base",
        "model_type": None,
        "description": "What all models have in common",
    },
    "XGBoostModelHyperparameters": {
        "class_name": "XGBoostModelHyperparameters",
        "module_path": "src.pipeline_steps.hyperparameters_xgboost",
        "model_type": "xgboost",
        "description": "Gradient boosted trees",
    },
}


def get_hyperparameter_class_by_model_type(model_type: str) -> Optional[str]:
    return next((name for name, info in HYPERPARAMETER_REGISTRY.items() if info["model_type"] == model_type), None)
