"""Hyperparameter classes by name."""

from typing import Any, Dict

HYPERPARAMETER_REGISTRY: Dict[str, Dict[str, Any]] = {
    "ModelHyperparameters": {
        "class_name": "ModelHyperparameters",
        "module_path": "cursus.core.base.hyperparameters_base",
        "model_type": None,
        "description": "What all models have in common",
    },
    "XGBoostModelHyperparameters": {
        "class_name": "XGBoostModelHyperparameters",
        "module_path": "src.cursus.steps.hyperparams.hyperparameters_xgboost",
        "model_type": "xgboost",
        "description": "Found from the root of the repository",
    },
    "LightGBMModelHyperparameters": {
        "class_name": "LightGBMModelHyperparameters",
        "module_path": "cursus.steps.hyperparams.hyperparameters_lightgbm",
        "model_type": "lightgbm",
        "description": "Was removed",
    },
    "XGBoostRankerHyperparameters": {
        "class_name": "XGBoostRankerHyperparameters",
        "module_path": "cursus.steps.hyperparams.hyperparameters_xgboost",
        "model_type": "ranker",
        "description": "Was renamed",
    },
    "TrainingArguments": {
        "class_name": "TrainingArguments",
        "module_path": "transformers.training_args",
        "model_type": "bert",
        "description": "Installed elsewhere: cannot be told",
    },
}
