"""Finds keywords near those that are booked."""

from pathlib import Path

KEYWORDS = Path("/opt/ml/processing/input/keywords")
EXPANDED = Path("/opt/ml/processing/output/expanded")


def main() -> None:
    words = (KEYWORDS / "keywords.txt").read_text().split("\n")
    EXPANDED.mkdir(parents=True, exist_ok=True)
    (EXPANDED / "expanded.txt").write_text("\n".join(sorted({word.rstrip("s") for word in words})))


if __name__ == "__main__":
    main()
