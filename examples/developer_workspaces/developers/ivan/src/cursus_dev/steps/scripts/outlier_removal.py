"""Drops readings that no sensor can produce."""

from pathlib import Path

import pandas as pd

READINGS = Path("/opt/ml/processing/input/readings")
CLEANED = Path("/opt/ml/processing/output/cleaned")


def main() -> None:
    frame = pd.read_csv(next(READINGS.glob("*.csv")))
    CLEANED.mkdir(parents=True, exist_ok=True)
    frame[frame["value"].between(-40, 125)].to_csv(CLEANED / "cleaned.csv", index=False)


if __name__ == "__main__":
    main()
