"""Cuts clicks into sessions."""

import os
from pathlib import Path

import pandas as pd

CLICKS = Path("/opt/ml/processing/input/clicks")
SESSIONS = Path("/opt/ml/processing/output/sessions")


def main() -> None:
    frame = pd.read_csv(next(CLICKS.glob("*.csv")), parse_dates=["time"]).sort_values(["user_id", "time"])
    gap = frame.groupby("user_id")["time"].diff() > pd.Timedelta(minutes=int(os.environ["GAP_MINUTES"]))
    frame["session"] = gap.groupby(frame["user_id"]).cumsum()
    SESSIONS.mkdir(parents=True, exist_ok=True)
    frame.to_csv(SESSIONS / "sessions.csv", index=False)


if __name__ == "__main__":
    main()
