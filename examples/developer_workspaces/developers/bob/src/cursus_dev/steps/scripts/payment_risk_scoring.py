"""Scores open payments."""

from pathlib import Path

import pandas as pd
import xgboost as xgb

PAYMENTS = Path("/opt/ml/processing/input/payments")
MODEL_INPUT = Path("/opt/ml/processing/input/model")
SCORES = Path("/opt/ml/processing/output/scores")


def main() -> None:
    booster = xgb.Booster(model_file=MODEL_INPUT / "xgboost_model.bst")
    frame = pd.read_csv(next(PAYMENTS.glob("*.csv")))
    frame["score"] = booster.predict(xgb.DMatrix(frame.select_dtypes("number")))
    SCORES.mkdir(parents=True, exist_ok=True)
    frame[["payment_id", "score"]].to_csv(SCORES / "scores.csv", index=False)


if __name__ == "__main__":
    main()
