"""Copies yesterday's predictions to the share of the review team."""

import shutil
from datetime import date, timedelta
from pathlib import Path

SOURCE = Path("/opt/ml/processing/input/predictions")
TARGET = Path("/mnt/review")


def main() -> None:
    day = (date.today() - timedelta(days=1)).isoformat()
    for file in SOURCE.glob(f"*{day}*.csv"):
        shutil.copy2(file, TARGET / file.name)


if __name__ == "__main__":
    main()
