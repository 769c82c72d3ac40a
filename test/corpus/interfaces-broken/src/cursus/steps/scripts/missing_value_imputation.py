"""Fills missing values with statistics of the training set."""

import argparse
import os
from pathlib import Path

import joblib
import pandas as pd
from sklearn.impute import SimpleImputer

DATA_INPUT = Path("/opt/ml/processing/input/data")
IMPUTED_DATA = Path("/opt/ml/processing/output/data")
IMPUTATION_PARAMS = Path("/opt/ml/processing/output/params")


def main(job_type: str) -> None:
    frame = pd.read_csv(DATA_INPUT / "train.csv" if job_type == "training" else DATA_INPUT / f"{job_type}_processed_data.csv")
    numeric = frame.select_dtypes("number").columns
    IMPUTATION_PARAMS.mkdir(parents=True, exist_ok=True)
    store = IMPUTATION_PARAMS / "imputer.joblib"
    if job_type == "training":
        imputer = SimpleImputer(strategy=os.environ.get("IMPUTATION_STRATEGY", "median")).fit(frame[numeric])
        joblib.dump(imputer, store)
    else:
        imputer = joblib.load(store)
    frame[numeric] = imputer.transform(frame[numeric])
    IMPUTED_DATA.mkdir(parents=True, exist_ok=True)
    frame.to_csv(IMPUTED_DATA / "data.csv", index=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--job_type", required=True, choices=["training", "validation"])
    main(parser.parse_args().job_type)
