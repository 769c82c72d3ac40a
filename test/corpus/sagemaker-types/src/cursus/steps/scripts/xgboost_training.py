"""Trains a gradient boosted tree model with XGBoost."""

import os
from pathlib import Path

import json

import pandas as pd
import xgboost as xgb

INPUT_PATH = Path("/opt/ml/input/data/train")
HYPERPARAMETERS_S3_URI = Path("/opt/ml/input/data/config")
MODEL_OUTPUT = Path("/opt/ml/model")
EVALUATION_OUTPUT = Path("/opt/ml/output/data")


def main() -> None:
    params = json.loads((HYPERPARAMETERS_S3_URI / "hyperparameters.json").read_text())
    train = pd.read_csv(INPUT_PATH / "train.csv")
    valid = pd.read_csv(INPUT_PATH / "val.csv")
    label = params.pop("label_name", "label")
    rounds = int(params.pop("num_round", 300))
    matrices = [(xgb.DMatrix(part.drop(columns=[label]), part[label]), name) for part, name in ((train, "train"), (valid, "val"))]
    booster = xgb.train(params, matrices[0][0], rounds, evals=matrices, early_stopping_rounds=10)
    MODEL_OUTPUT.mkdir(parents=True, exist_ok=True)
    booster.save_model(MODEL_OUTPUT / "xgboost_model.bst")
    EVALUATION_OUTPUT.mkdir(parents=True, exist_ok=True)
    (EVALUATION_OUTPUT / "best.json").write_text(json.dumps({"iteration": booster.best_iteration, "image": os.environ["FRAMEWORK_VERSION"]}))


if __name__ == "__main__":
    main()
