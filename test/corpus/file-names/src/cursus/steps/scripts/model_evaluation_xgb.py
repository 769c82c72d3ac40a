"""Strategy 4: last, first, second part make XGBoostModelEval."""


def main() -> None:
    print("model_evaluation_xgb")


if __name__ == "__main__":
    main()
