"""Trains a neural network with PyTorch."""

from pathlib import Path

import json

import pandas as pd
import torch

INPUT_PATH = Path("/opt/ml/input/data/train")
HYPERPARAMETERS_S3_URI = Path("/opt/ml/input/data/config")
MODEL_OUTPUT = Path("/opt/ml/model")


def main() -> None:
    params = json.loads((HYPERPARAMETERS_S3_URI / "hyperparameters.json").read_text())
    frame = pd.read_csv(INPUT_PATH / "train.csv").select_dtypes("number")
    target = torch.tensor(frame.pop(params.get("label_name", "label")).to_numpy(), dtype=torch.float32)
    features = torch.tensor(frame.to_numpy(), dtype=torch.float32)
    model = torch.nn.Sequential(torch.nn.Linear(features.shape[1], params["hidden_size"]), torch.nn.ReLU(), torch.nn.Linear(params["hidden_size"], 1))
    optimizer = torch.optim.Adam(model.parameters(), lr=params["learning_rate"])
    for epoch in range(params["max_epochs"]):
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(features).squeeze(1), target)
        loss.backward()
        optimizer.step()
        print(f"epoch {epoch}: loss {loss.item():.4f}")
    MODEL_OUTPUT.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), MODEL_OUTPUT / "model.pth")


if __name__ == "__main__":
    main()
