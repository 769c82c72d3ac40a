"""Fills short gaps in sensor readings."""

from pathlib import Path

import pandas as pd

READINGS = Path("/opt/ml/processing/input/readings")
FILLED = Path("/opt/ml/processing/output/filled")


def main() -> None:
    frame = pd.read_csv(next(READINGS.glob("*.csv"))).set_index("time")
    FILLED.mkdir(parents=True, exist_ok=True)
    frame.interpolate(limit=3).to_csv(FILLED / "filled.csv")


if __name__ == "__main__":
    main()
