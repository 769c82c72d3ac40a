"""Writes sample requests for load tests of the endpoint."""

import os
from pathlib import Path

import json

MODEL_INPUT = Path("/opt/ml/processing/input/model")
PAYLOAD_SAMPLE = Path("/opt/ml/processing/output/payload")


def main() -> None:
    columns = json.loads((MODEL_INPUT / "feature_columns.json").read_text())
    PAYLOAD_SAMPLE.mkdir(parents=True, exist_ok=True)
    for number in range(int(os.environ["EXPECTED_TPS"])):
        sample = {column: 0 for column in columns}
        (PAYLOAD_SAMPLE / f"request_{number}.json").write_text(json.dumps(sample))


if __name__ == "__main__":
    main()
