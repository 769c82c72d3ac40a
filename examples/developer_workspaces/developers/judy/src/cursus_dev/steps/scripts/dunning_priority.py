"""Ranks open invoices by the chance to be paid."""

from pathlib import Path

import pandas as pd

INVOICES = Path("/opt/ml/processing/input/invoices")
RANKED = Path("/opt/ml/processing/output/ranked")


def main() -> None:
    frame = pd.read_csv(next(INVOICES.glob("*.csv")))
    RANKED.mkdir(parents=True, exist_ok=True)
    frame.sort_values("days_overdue", ascending=False).to_csv(RANKED / "ranked.csv", index=False)


if __name__ == "__main__":
    main()
