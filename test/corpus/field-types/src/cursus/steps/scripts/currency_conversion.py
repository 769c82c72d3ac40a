"""Converts amounts to one currency by the rate of the day."""

import argparse
import os
from pathlib import Path

import pandas as pd

DATA_INPUT = Path("/opt/ml/processing/input/data")
CONVERTED_DATA = Path("/opt/ml/processing/output/data")


def main(job_type: str) -> None:
    rates = pd.read_csv(Path(__file__).with_name(os.environ.get("RATES_FILE", "rates.csv")))
    rates = rates[rates["to"] == os.environ["TARGET_CURRENCY"]]
    frame = pd.read_csv(next(DATA_INPUT.glob("*.csv"))).merge(rates, on=["day", "currency"], how="left")
    unknown = int(frame["rate"].isna().sum())
    if unknown:
        print(f"{unknown} rows have no rate and keep their amount")
    frame["amount"] = frame["amount"] * frame["rate"].fillna(1.0)
    CONVERTED_DATA.mkdir(parents=True, exist_ok=True)
    frame.drop(columns=["rate", "to"]).to_csv(CONVERTED_DATA / f"{job_type}.csv", index=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training"])
    main(parser.parse_args().job_type)
