"""Passes a pretrained model on as if it had just been trained."""

from pathlib import Path

import shutil

MODEL_ARTIFACTS_INPUT = Path("/opt/ml/processing/input/model")
HYPERPARAMETERS_S3_URI = Path("/opt/ml/processing/input/config")
MODEL_OUTPUT = Path("/opt/ml/processing/output/model")


def main() -> None:
    MODEL_OUTPUT.mkdir(parents=True, exist_ok=True)
    source = MODEL_ARTIFACTS_INPUT / "model.tar.gz"
    if not source.exists():
        raise FileNotFoundError(f"expected a pretrained model at {source}")
    shutil.copy2(source, MODEL_OUTPUT / "model.tar.gz")
    for extra in HYPERPARAMETERS_S3_URI.glob("*.json"):
        shutil.copy2(extra, MODEL_OUTPUT / extra.name)


if __name__ == "__main__":
    main()
