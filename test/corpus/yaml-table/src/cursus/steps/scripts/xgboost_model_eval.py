"""Scores a data set with a trained XGBoost model and writes metrics."""

import argparse
import os
from pathlib import Path

import json

import pandas as pd
import xgboost as xgb
from sklearn.metrics import average_precision_score, roc_auc_score

MODEL_INPUT = Path("/opt/ml/processing/input/model")
PROCESSED_DATA = Path("/opt/ml/processing/input/eval_data")
EVAL_OUTPUT = Path("/opt/ml/processing/output/eval")
METRICS_OUTPUT = Path("/opt/ml/processing/output/metrics")


def main(job_type: str) -> None:
    booster = xgb.Booster(model_file=MODEL_INPUT / "xgboost_model.bst")
    frame = pd.read_csv(next(PROCESSED_DATA.glob("*.csv")))
    label = os.environ["LABEL_FIELD"]
    features = frame.drop(columns=[label, os.environ["ID_FIELD"]])
    frame["prob_class_1"] = booster.predict(xgb.DMatrix(features))
    for folder in (EVAL_OUTPUT, METRICS_OUTPUT):
        folder.mkdir(parents=True, exist_ok=True)
    frame.to_csv(EVAL_OUTPUT / f"{job_type}_predictions.csv", index=False)
    metrics = {
        "auc": roc_auc_score(frame[label], frame["prob_class_1"]),
        "average_precision": average_precision_score(frame[label], frame["prob_class_1"]),
    }
    (METRICS_OUTPUT / "metrics.json").write_text(json.dumps(metrics, indent=2))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training"])
    main(parser.parse_args().job_type)
