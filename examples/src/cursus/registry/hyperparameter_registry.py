"""Hyperparameter classes by name and by model."""

from typing import Any, Dict, List, Optional

HYPERPARAMETER_REGISTRY: Dict[str, Dict[str, Any]] = {
    "ModelHyperparameters": {
        "class_name": "ModelHyperparameters",
        "module_path": "cursus.core.base.hyperparameters_base",
        "model_type": None,
        "description": "What all models have in common",
    },
    "XGBoostModelHyperparameters": {
        "class_name": "XGBoostModelHyperparameters",
        "module_path": "cursus.steps.hyperparams.hyperparameters_xgboost",
        "model_type": "xgboost",
        "description": "Gradient boosted trees with XGBoost",
    },
    "LightGBMModelHyperparameters": {
        "class_name": "LightGBMModelHyperparameters",
        "module_path": "cursus.steps.hyperparams.hyperparameters_lightgbm",
        "model_type": "lightgbm",
        "description": "Gradient boosted trees with LightGBM",
    },
    "PyTorchModelHyperparameters": {
        "class_name": "PyTorchModelHyperparameters",
        "module_path": "cursus.steps.hyperparams.hyperparameters_pytorch",
        "model_type": "pytorch",
        "description": "Small networks with PyTorch",
    },
}


def get_all_hyperparameter_classes() -> List[str]:
    return list(HYPERPARAMETER_REGISTRY)


def get_hyperparameter_class_by_model_type(model_type: str) -> Optional[str]:
    for class_name, info in HYPERPARAMETER_REGISTRY.items():
        if info["model_type"] == model_type:
            return class_name
    return None


def get_module_path(class_name: str) -> Optional[str]:
    return HYPERPARAMETER_REGISTRY.get(class_name, {}).get("module_path")
