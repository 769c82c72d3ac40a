"""Compares sensor readings with last week."""

from pathlib import Path

import pandas as pd

READINGS = Path("/opt/ml/processing/input/readings")
DRIFT = Path("/opt/ml/processing/output/drift")


def main() -> None:
    frame = pd.read_csv(next(READINGS.glob("*.csv")))
    DRIFT.mkdir(parents=True, exist_ok=True)
    frame.groupby("sensor")["value"].agg(["mean", "std"]).to_csv(DRIFT / "drift.csv")


if __name__ == "__main__":
    main()
