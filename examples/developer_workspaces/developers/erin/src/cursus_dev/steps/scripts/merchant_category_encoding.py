"""Encodes the category of a merchant by its chargeback rate."""

from pathlib import Path

import pandas as pd

TRANSACTIONS = Path("/opt/ml/processing/input/transactions")
ENCODED = Path("/opt/ml/processing/output/encoded")


def main() -> None:
    frame = pd.read_csv(next(TRANSACTIONS.glob("*.csv")))
    frame["mcc_rate"] = frame.groupby("mcc")["label"].transform("mean")
    ENCODED.mkdir(parents=True, exist_ok=True)
    frame.to_csv(ENCODED / "encoded.csv", index=False)


if __name__ == "__main__":
    main()
