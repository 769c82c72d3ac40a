"""Strategy 3: xgb stands for XGBoost."""


def main() -> None:
    print("xgb_training")


if __name__ == "__main__":
    main()
