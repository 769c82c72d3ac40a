"""Replaces categories by the risk that was observed for them."""

import argparse
import os
from pathlib import Path

import json

import pandas as pd

DATA_INPUT = Path("/opt/ml/processing/input/data")
PROCESSED_DATA = Path("/opt/ml/processing/output/data")
RISK_TABLES = Path("/opt/ml/processing/output/tables")


def main(job_type: str) -> None:
    frame = pd.read_csv(next(DATA_INPUT.glob("*.csv")))
    smooth = float(os.environ["SMOOTH_FACTOR"])
    overall = frame["label"].mean()
    tables = {}
    for column in frame.select_dtypes("object"):
        grouped = frame.groupby(column)["label"].agg(["sum", "count"])
        tables[column] = ((grouped["sum"] + smooth * overall) / (grouped["count"] + smooth)).to_dict()
        frame[column] = frame[column].map(tables[column]).fillna(overall)
    for folder in (PROCESSED_DATA, RISK_TABLES):
        folder.mkdir(parents=True, exist_ok=True)
    frame.to_csv(PROCESSED_DATA / f"{job_type}.csv", index=False)
    (RISK_TABLES / "risk_tables.json").write_text(json.dumps(tables))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training"])
    main(parser.parse_args().job_type)
