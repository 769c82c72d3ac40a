"""Reports precision among the riskiest payments."""

import os
from pathlib import Path

import pandas as pd

PREDICTIONS = Path("/opt/ml/processing/input/predictions")
REPORT = Path("/opt/ml/processing/output/report")


def main() -> None:
    frame = pd.read_csv(next(PREDICTIONS.glob("*.csv"))).nlargest(1000, "prob_class_1")
    REPORT.mkdir(parents=True, exist_ok=True)
    share = float(os.environ["TOP_SHARE"])
    (REPORT / "precision.txt").write_text(f'{share}: {frame["label"].mean():.4f}')


if __name__ == "__main__":
    main()
