"""Finds topics in call transcripts."""

from pathlib import Path

import pandas as pd
from sklearn.decomposition import LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer

TRANSCRIPTS = Path("/opt/ml/processing/input/transcripts")
TOPICS = Path("/opt/ml/processing/output/topics")


def main() -> None:
    frame = pd.read_csv(next(TRANSCRIPTS.glob("*.csv")))
    counts = CountVectorizer(max_features=5000).fit_transform(frame["text"])
    model = LatentDirichletAllocation(n_components=12, random_state=1).fit(counts)
    TOPICS.mkdir(parents=True, exist_ok=True)
    pd.DataFrame(model.transform(counts)).to_csv(TOPICS / "topics.csv", index=False)


if __name__ == "__main__":
    main()
