"""Trains an encoder of event sequences."""

from pathlib import Path

import pandas as pd
import torch

INPUT_PATH = Path("/opt/ml/input/data/train")
MODEL_OUTPUT = Path("/opt/ml/model")


def main() -> None:
    events = pd.read_csv(INPUT_PATH / "events.csv")
    tokens = torch.tensor(events["event"].astype("category").cat.codes.to_numpy()).long()
    encoder = torch.nn.LSTM(32, 64, batch_first=True)
    embedding = torch.nn.Embedding(int(tokens.max()) + 1, 32)
    encoded, _ = encoder(embedding(tokens.unfold(0, 20, 20)))
    MODEL_OUTPUT.mkdir(parents=True, exist_ok=True)
    torch.save({"encoder": encoder.state_dict(), "embedding": embedding.state_dict()}, MODEL_OUTPUT / "model.pth")
    print(encoded.shape)


if __name__ == "__main__":
    main()
