"""Trains a gradient boosted tree model with LightGBM."""

from pathlib import Path

import json

import lightgbm as lgb
import pandas as pd

INPUT_PATH = Path("/opt/ml/input/data/train")
HYPERPARAMETERS_S3_URI = Path("/opt/ml/input/data/config")
MODEL_OUTPUT = Path("/opt/ml/model")


def main() -> None:
    params = json.loads((HYPERPARAMETERS_S3_URI / "hyperparameters.json").read_text())
    train = pd.read_csv(INPUT_PATH / "train.csv")
    label = params.pop("label_name", "label")
    data = lgb.Dataset(train.drop(columns=[label]), train[label])
    booster = lgb.train(params, data, num_boost_round=int(params.pop("num_round", 300)))
    MODEL_OUTPUT.mkdir(parents=True, exist_ok=True)
    booster.save_model(str(MODEL_OUTPUT / "lightgbm_model.txt"))


if __name__ == "__main__":
    main()
