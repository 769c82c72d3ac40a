"""Turns raw scores into probabilities."""

import argparse
import os
from pathlib import Path

import joblib
import pandas as pd
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

EVALUATION_DATA = Path("/opt/ml/processing/input/eval")
CALIBRATION_OUTPUT = Path("/opt/ml/processing/output/calibration")
CALIBRATED_DATA = Path("/opt/ml/processing/output/data")


def main(job_type: str) -> None:
    frame = pd.read_csv(next(EVALUATION_DATA.glob("*_predictions.csv")))
    score = frame[os.environ["SCORE_FIELD"]]
    if os.environ["CALIBRATION_METHOD"] == "isotonic":
        model = IsotonicRegression(out_of_bounds="clip").fit(score, frame["label"])
        frame["calibrated"] = model.predict(score)
    else:
        model = LogisticRegression().fit(score.to_frame(), frame["label"])
        frame["calibrated"] = model.predict_proba(score.to_frame())[:, 1]
    for folder in (CALIBRATION_OUTPUT, CALIBRATED_DATA):
        folder.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, CALIBRATION_OUTPUT / "calibration_model.joblib")
    frame.to_csv(CALIBRATED_DATA / f"{job_type}.csv", index=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training", "calibration"])
    main(parser.parse_args().job_type)
