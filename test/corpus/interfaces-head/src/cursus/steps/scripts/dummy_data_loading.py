"""Copies a data set that is already in the bucket into the pipeline."""

import os
from pathlib import Path

import shutil

INPUT_DATA = Path("/opt/ml/processing/input/data")
DATA = Path("/opt/ml/processing/output/data")
SIGNATURE = Path("/opt/ml/processing/output/signature")


def main() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    files = sorted(p for p in INPUT_DATA.rglob("*") if p.suffix in {".csv", ".parquet"})
    if not files:
        raise FileNotFoundError(f"no csv or parquet files below {INPUT_DATA}")
    for source in files:
        shutil.copy2(source, DATA / source.name)
    if os.environ.get("WRITE_SIGNATURE", "True") == "True":
        SIGNATURE.mkdir(parents=True, exist_ok=True)
        header = files[0].open().readline() if files[0].suffix == ".csv" else ""
        (SIGNATURE / "signature.txt").write_text(header)


if __name__ == "__main__":
    main()
