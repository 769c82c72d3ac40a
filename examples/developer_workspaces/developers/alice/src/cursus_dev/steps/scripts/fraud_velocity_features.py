"""Counts payments per card and hour."""

import os
from pathlib import Path

import pandas as pd

TRANSACTIONS = Path("/opt/ml/processing/input/transactions")
VELOCITY_FEATURES = Path("/opt/ml/processing/output/features")


def main() -> None:
    frame = pd.concat(map(pd.read_csv, sorted(TRANSACTIONS.glob("*.csv"))), ignore_index=True)
    frame["time"] = pd.to_datetime(frame["time"])
    window = f'{os.environ["WINDOW_HOURS"]}h'
    counts = frame.set_index("time").groupby("card_id")["amount"].rolling(window).agg(["count", "sum"]).reset_index()
    VELOCITY_FEATURES.mkdir(parents=True, exist_ok=True)
    counts.to_csv(VELOCITY_FEATURES / "velocity.csv", index=False)


if __name__ == "__main__":
    main()
