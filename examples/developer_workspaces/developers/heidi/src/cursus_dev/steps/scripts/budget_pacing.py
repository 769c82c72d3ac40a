"""Spreads a budget over the days of a month."""

from pathlib import Path

import pandas as pd

CAMPAIGN = Path("/opt/ml/processing/input/campaign")
PACING = Path("/opt/ml/processing/output/pacing")


def main() -> None:
    frame = pd.read_csv(next(CAMPAIGN.glob("*.csv")))
    frame["share"] = frame["clicks"] / frame["clicks"].sum()
    PACING.mkdir(parents=True, exist_ok=True)
    frame.to_csv(PACING / "pacing.csv", index=False)


if __name__ == "__main__":
    main()
