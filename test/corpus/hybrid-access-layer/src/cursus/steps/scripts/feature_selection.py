"""Keeps the features that carry most information about the label."""

import argparse
import os
from pathlib import Path

import pandas as pd
from sklearn.feature_selection import mutual_info_classif

PROCESSED_DATA = Path("/opt/ml/processing/input/data")
SELECTED_DATA = Path("/opt/ml/processing/output/data")
SELECTED_FEATURES = Path("/opt/ml/processing/output/features")


def main(job_type: str) -> None:
    frame = pd.read_csv(next(PROCESSED_DATA.glob("*.csv")))
    numeric = [column for column in frame.select_dtypes("number") if column != "label"]
    scores = pd.Series(mutual_info_classif(frame[numeric].fillna(0), frame["label"]), index=numeric)
    chosen = scores.nlargest(int(os.environ["KEEP_FEATURES"])).index.tolist()
    for folder in (SELECTED_DATA, SELECTED_FEATURES):
        folder.mkdir(parents=True, exist_ok=True)
    frame[[*chosen, "label"]].to_csv(SELECTED_DATA / f"{job_type}.csv", index=False)
    (SELECTED_FEATURES / "features.txt").write_text("\n".join(chosen))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training", "validation"])
    main(parser.parse_args().job_type)
