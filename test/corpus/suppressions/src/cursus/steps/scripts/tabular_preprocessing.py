"""Merges data shards, cleans the label and splits the rows into train, test and validation sets."""

import argparse
import os
from pathlib import Path

import pandas as pd

DATA = Path("/opt/ml/processing/input/data")
SIGNATURE = Path("/opt/ml/processing/input/signature")
PROCESSED_DATA = Path("/opt/ml/processing/output/data")


def main(job_type: str) -> None:
    frame = pd.concat(map(pd.read_csv, sorted(DATA.glob("*.csv"))), ignore_index=True)
    label = os.environ["LABEL_FIELD"]
    frame = frame.dropna(subset=[label])
    PROCESSED_DATA.mkdir(parents=True, exist_ok=True)
    if job_type != "training":
        frame.to_csv(PROCESSED_DATA / f"{job_type}_processed_data.csv", index=False)
        return
    shuffled = frame.sample(frac=1.0, random_state=42)
    cut = int(len(shuffled) * float(os.environ["TRAIN_RATIO"]))
    middle = cut + int((len(shuffled) - cut) * float(os.environ["TEST_VAL_RATIO"]))
    for name, part in {"train": shuffled[:cut], "test": shuffled[cut:middle], "val": shuffled[middle:]}.items():
        part.to_csv(PROCESSED_DATA / f"{name}.csv", index=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training"])
    main(parser.parse_args().job_type)
