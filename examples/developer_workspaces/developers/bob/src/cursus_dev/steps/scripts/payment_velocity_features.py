"""Counts transfers per account and day."""

from pathlib import Path

import pandas as pd

PAYMENTS = Path("/opt/ml/processing/input/payments")
VELOCITY_FEATURES = Path("/opt/ml/processing/output/features")


def main() -> None:
    frame = pd.read_csv(next(PAYMENTS.glob("*.csv")))
    daily = frame.groupby(["account_id", "day"])["amount"].agg(["count", "sum"])
    VELOCITY_FEATURES.mkdir(parents=True, exist_ok=True)
    daily.to_csv(VELOCITY_FEATURES / "daily.csv")


if __name__ == "__main__":
    main()
