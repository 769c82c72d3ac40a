"""Draws a sample that keeps the class balance."""

import argparse
import os
from pathlib import Path

import pandas as pd

INPUT_DATA = Path("/opt/ml/processing/input/data")
PROCESSED_DATA = Path("/opt/ml/processing/output/data")


def main(job_type: str) -> None:
    frame = pd.concat(map(pd.read_csv, sorted(INPUT_DATA.glob("*.csv"))), ignore_index=True)
    share = min(1.0, int(os.environ["TARGET_SAMPLE_SIZE"]) / max(len(frame), 1))
    kept = frame.groupby(os.environ["STRATA_COLUMN"], group_keys=False).sample(frac=share, random_state=7)
    PROCESSED_DATA.mkdir(parents=True, exist_ok=True)
    kept.to_csv(PROCESSED_DATA / f"{job_type}.csv", index=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training", "validation"])
    main(parser.parse_args().job_type)
