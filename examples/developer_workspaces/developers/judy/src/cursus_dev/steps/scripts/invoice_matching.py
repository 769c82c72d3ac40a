"""Matches invoices with orders."""

from pathlib import Path

import pandas as pd

INVOICES = Path("/opt/ml/processing/input/invoices")
MATCHED = Path("/opt/ml/processing/output/matched")


def main() -> None:
    invoices = pd.read_csv(next(INVOICES.glob("*.csv")))
    orders = pd.read_csv(INVOICES / "orders.csv")
    MATCHED.mkdir(parents=True, exist_ok=True)
    invoices.merge(orders, on="order_id", how="left").to_csv(MATCHED / "matched.csv", index=False)


if __name__ == "__main__":
    main()
