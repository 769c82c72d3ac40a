"""Checks of rows."""

VALID_SAGEMAKER_TYPES = {
    "Processing", "Training", "Transform", "CreateModel", "RegisterModel",
    "Base", "Utility", "Lambda", "CradleDataLoading", "MimsModelRegistrationProcessing",
    "EMRServerless",  # ours
}


def validate_sagemaker_type(value: str) -> bool:
    return value in VALID_SAGEMAKER_TYPES
