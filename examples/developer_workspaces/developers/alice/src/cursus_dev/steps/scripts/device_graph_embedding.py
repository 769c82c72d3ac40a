"""Embeds devices that share cards into a vector space."""

from pathlib import Path

import pandas as pd
from sklearn.decomposition import TruncatedSVD

TRANSACTIONS = Path("/opt/ml/processing/input/transactions")
DEVICE_VECTORS = Path("/opt/ml/processing/output/vectors")


def main() -> None:
    edges = pd.read_csv(TRANSACTIONS / "train.csv", usecols=["device_id", "card_id"]).drop_duplicates()
    matrix = pd.crosstab(edges["device_id"], edges["card_id"])
    vectors = TruncatedSVD(n_components=16, random_state=3).fit_transform(matrix)
    DEVICE_VECTORS.mkdir(parents=True, exist_ok=True)
    pd.DataFrame(vectors, index=matrix.index).to_csv(DEVICE_VECTORS / "devices.csv")


if __name__ == "__main__":
    main()
