"""Periods of series."""

from pathlib import Path

import pandas as pd

INPUT_DATA = Path("/opt/ml/processing/input/data")
OUTPUT_DATA = Path("/opt/ml/processing/output/data")


def main() -> None:
    frame = pd.read_csv(next(INPUT_DATA.glob("*.csv")))
    OUTPUT_DATA.mkdir(parents=True, exist_ok=True)
    frame.to_csv(OUTPUT_DATA / "out.csv", index=False)


if __name__ == "__main__":
    main()
