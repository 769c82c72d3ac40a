"""Packs model, calibration and inference code into one archive."""

from pathlib import Path

import shutil
import tarfile

MODEL_INPUT = Path("/opt/ml/processing/input/model")
CALIBRATION_MODEL = Path("/opt/ml/processing/input/calibration")
PACKAGED_MODEL = Path("/opt/ml/processing/output/model")


def main() -> None:
    staging = Path("/tmp/package")
    staging.mkdir(parents=True, exist_ok=True)
    with tarfile.open(MODEL_INPUT / "model.tar.gz") as archive:
        archive.extractall(staging, filter="data")
    for extra in CALIBRATION_MODEL.glob("*.joblib"):
        shutil.copy2(extra, staging / extra.name)
    PACKAGED_MODEL.mkdir(parents=True, exist_ok=True)
    with tarfile.open(PACKAGED_MODEL / "model.tar.gz", "w:gz") as archive:
        archive.add(staging, arcname=".")


if __name__ == "__main__":
    main()
