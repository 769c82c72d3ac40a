"""Labels customers that stop collecting points."""

import os
from pathlib import Path

import pandas as pd

CUSTOMERS = Path("/opt/ml/processing/input/customers")
LABELS = Path("/opt/ml/processing/output/labels")


def main() -> None:
    frame = pd.read_csv(next(CUSTOMERS.glob("*.csv")))
    frame["label"] = (frame["days_since_last_visit"] > int(os.environ["QUIET_DAYS"])).astype(int)
    LABELS.mkdir(parents=True, exist_ok=True)
    frame.to_csv(LABELS / "labels.csv", index=False)


if __name__ == "__main__":
    main()
