"""Reports money saved at each threshold."""

import os
from pathlib import Path

import pandas as pd

PREDICTIONS = Path("/opt/ml/processing/input/predictions")
REPORT = Path("/opt/ml/processing/output/report")


def main() -> None:
    frame = pd.read_csv(next(PREDICTIONS.glob("*.csv")))
    REPORT.mkdir(parents=True, exist_ok=True)
    steps = [number / 20 for number in range(20)]
    rows = [(t, frame.loc[(frame["prob_class_1"] >= t) & (frame["label"] == 1), "amount"].sum()) for t in steps]
    pd.DataFrame(rows, columns=["threshold", "saved"]).to_csv(REPORT / "saved.csv", index=False)


if __name__ == "__main__":
    main()
