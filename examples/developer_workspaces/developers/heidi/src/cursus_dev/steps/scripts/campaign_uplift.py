"""Estimates what a campaign changed."""

from pathlib import Path

import pandas as pd

CAMPAIGN = Path("/opt/ml/processing/input/campaign")
UPLIFT = Path("/opt/ml/processing/output/uplift")


def main() -> None:
    frame = pd.read_csv(next(CAMPAIGN.glob("*.csv")))
    means = frame.groupby(["segment", "treated"])["spend"].mean().unstack()
    UPLIFT.mkdir(parents=True, exist_ok=True)
    (means[1] - means[0]).to_csv(UPLIFT / "uplift.csv")


if __name__ == "__main__":
    main()
