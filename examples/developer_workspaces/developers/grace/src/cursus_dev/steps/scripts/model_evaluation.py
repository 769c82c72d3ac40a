"""Compares two models on the same rows."""

import os
from pathlib import Path

import pandas as pd

PREDICTIONS = Path("/opt/ml/processing/input/predictions")
REPORT = Path("/opt/ml/processing/output/report")


def main() -> None:
    first, second = (pd.read_csv(path) for path in sorted(PREDICTIONS.glob("*.csv"))[:2])
    both = first.merge(second, on="id", suffixes=("_a", "_b"))
    REPORT.mkdir(parents=True, exist_ok=True)
    both[["prob_class_1_a", "prob_class_1_b"]].corr().to_csv(REPORT / "agreement.csv")


if __name__ == "__main__":
    main()
