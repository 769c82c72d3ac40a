"""The steps of this package."""

from typing import Dict, Optional

# Single source of truth: every other name is derived from this table.
STEP_NAMES = {
    "Base": {
        "config_class": "BasePipelineConfig",
        "builder_step_name": "StepBuilderBase",
        "spec_type": "Base",
        "sagemaker_step_type": "Base",  # Special case
        "description": "Base pipeline configuration",
    },
    "CradleDataLoading": {
        "config_class": "CradleDataLoadConfig",
        "builder_step_name": "CradleDataLoadingStepBuilder",
        "spec_type": "CradleDataLoading",
        "sagemaker_step_type": "CradleDataLoading",
        "description": "Loads a training or scoring data set from the Cradle service",
    },
    # Processing steps
    "Processing": {
        "config_class": "ProcessingStepConfigBase",
        "builder_step_name": "ProcessingStepBuilder",
        "spec_type": "Processing",
        "sagemaker_step_type": "Processing",
        "description": "Base processing step",
    },
    "TabularPreprocessing": {
        "config_class": "TabularPreprocessingConfig",
        "builder_step_name": "TabularPreprocessingStepBuilder",
        "spec_type": "TabularPreprocessing",
        "sagemaker_step_type": "Processing",
        "description": "Merges data shards, cleans the label and splits the rows into train, test and validation sets",
    },
    "RiskTableMapping": {
        "config_class": "RiskTableMappingConfig",
        "builder_step_name": "RiskTableMappingStepBuilder",
        "spec_type": "RiskTableMapping",
        "sagemaker_step_type": "Processing",
        "description": "Replaces categories by the risk that was observed for them",
    },
    "CurrencyConversion": {
        "config_class": "CurrencyConversionConfig",
        "builder_step_name": "CurrencyConversionStepBuilder",
        "spec_type": "CurrencyConversion",
        "sagemaker_step_type": "Processing",
        "description": "Converts amounts to one currency by the rate of the day",
    },
    "ModelCalibration": {
        "config_class": "ModelCalibrationConfig",
        "builder_step_name": "ModelCalibrationStepBuilder",
        "spec_type": "ModelCalibration",
        "sagemaker_step_type": "Processing",
        "description": "Turns raw scores into probabilities",
    },
    # Training steps
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a gradient boosted tree model with XGBoost",
    },
    "PyTorchTraining": {
        "config_class": "PyTorchTrainingConfig",
        "builder_step_name": "PyTorchTrainingStepBuilder",
        "spec_type": "PyTorchTraining",
        "sagemaker_step_type": "Training",
        "description": "Trains a neural network with PyTorch",
    },
    "DummyTraining": {
        "config_class": "DummyTrainingConfig",
        "builder_step_name": "DummyTrainingStepBuilder",
        "spec_type": "DummyTraining",
        "sagemaker_step_type": "Processing",
        "description": "Passes a pretrained model on as if it had just been trained",
    },
    # Model steps
    "XGBoostModel": {
        "config_class": "XGBoostModelConfig",
        "builder_step_name": "XGBoostModelStepBuilder",
        "spec_type": "XGBoostModel",
        "sagemaker_step_type": "CreateModel",
        "description": "Makes a deployable model from XGBoost artifacts",
    },
    "PyTorchModel": {
        "config_class": "PyTorchModelConfig",
        "builder_step_name": "PyTorchModelStepBuilder",
        "spec_type": "PyTorchModel",
        "sagemaker_step_type": "CreateModel",
        "description": "Makes a deployable model from PyTorch artifacts",
    },
    # Evaluation
    "XGBoostModelEval": {
        "config_class": "XGBoostModelEvalConfig",
        "builder_step_name": "XGBoostModelEvalStepBuilder",
        "spec_type": "XGBoostModelEval",
        "sagemaker_step_type": "Processing",
        "description": "Scores a data set with a trained XGBoost model and writes metrics",
    },
    "BatchTransform": {
        "config_class": "BatchTransformStepConfig",
        "builder_step_name": "BatchTransformStepBuilder",
        "spec_type": "BatchTransform",
        "sagemaker_step_type": "Transform",
        "description": "Scores a whole data set with a registered model",
    },
    # Deployment
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "Processing",
        "description": "Packs model, calibration and inference code into one archive",
    },
    "Payload": {
        "config_class": "PayloadConfig",
        "builder_step_name": "PayloadStepBuilder",
        "spec_type": "Payload",
        "sagemaker_step_type": "Processing",
        "description": "Writes sample requests for load tests of the endpoint",
    },
    "Registration": {
        "config_class": "RegistrationConfig",
        "builder_step_name": "RegistrationStepBuilder",
        "spec_type": "Registration",
        "sagemaker_step_type": "MimsModelRegistrationProcessing",
        "description": "Registers the packed model with the model service",
    },
    "HyperparameterPrep": {
        "config_class": "HyperparameterPrepConfig",
        "builder_step_name": "HyperparameterPrepStepBuilder",
        "spec_type": "HyperparameterPrep",
        "sagemaker_step_type": "Lambda",
        "description": "Writes the hyperparameters of a training to the bucket",
    },
}

# Derived maps. They are computed, so that a new step is one new row above and nothing else.
CONFIG_STEP_REGISTRY = {info["config_class"]: step_name for step_name, info in STEP_NAMES.items()}

BUILDER_STEP_NAMES = {step_name: info["builder_step_name"] for step_name, info in STEP_NAMES.items()}

SPEC_STEP_TYPES = {step_name: info["spec_type"] for step_name, info in STEP_NAMES.items()}


def get_config_class_name(step_name: str) -> str:
    """Name of the config class of a step."""
    return _row(step_name)["config_class"]


def get_builder_step_name(step_name: str) -> str:
    """Name of the builder class of a step."""
    return _row(step_name)["builder_step_name"]


def get_spec_step_type(step_name: str) -> str:
    """Type under which the specification of a step is filed."""
    return _row(step_name)["spec_type"]


def get_spec_step_type_with_job_type(step_name: str, job_type: Optional[str] = None) -> str:
    """The same for one kind of job, for example TabularPreprocessing_Training."""
    spec_type = get_spec_step_type(step_name)
    return f"{spec_type}_{job_type.capitalize()}" if job_type else spec_type


def get_sagemaker_step_type(step_name: str) -> str:
    """Kind of SageMaker step that the builder makes."""
    return _row(step_name)["sagemaker_step_type"]


def validate_step_name(step_name: str) -> bool:
    """Whether the registry knows this step."""
    return step_name in STEP_NAMES


def _row(step_name: str) -> Dict[str, str]:
    if step_name not in STEP_NAMES:
        raise ValueError(f"Unknown step name: {step_name}. Available steps: {sorted(STEP_NAMES)}")
    return STEP_NAMES[step_name]
