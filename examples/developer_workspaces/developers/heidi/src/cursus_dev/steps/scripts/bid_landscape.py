"""Learns how bids turn into clicks."""

from pathlib import Path

import pandas as pd

AUCTIONS = Path("/opt/ml/processing/input/auctions")
LANDSCAPE = Path("/opt/ml/processing/output/landscape")


def main() -> None:
    frame = pd.read_csv(next(AUCTIONS.glob("*.csv")))
    LANDSCAPE.mkdir(parents=True, exist_ok=True)
    frame.groupby(pd.qcut(frame["bid"], 20))["click"].mean().to_csv(LANDSCAPE / "landscape.csv")


if __name__ == "__main__":
    main()
