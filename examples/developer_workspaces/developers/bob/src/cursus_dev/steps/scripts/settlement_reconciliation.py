"""Matches payments with the statements of the bank."""

from pathlib import Path

import pandas as pd

PAYMENTS = Path("/opt/ml/processing/input/payments")
MATCHED = Path("/opt/ml/processing/output/matched")


def main() -> None:
    payments = pd.read_csv(next(PAYMENTS.glob("*.csv")))
    statements = pd.read_csv(PAYMENTS / "statements.csv")
    MATCHED.mkdir(parents=True, exist_ok=True)
    payments.merge(statements, on=["reference", "amount"], how="left").to_csv(MATCHED / "matched.csv", index=False)


if __name__ == "__main__":
    main()
