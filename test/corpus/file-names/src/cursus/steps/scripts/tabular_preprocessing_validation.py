"""Strategy 2: without the kind of job it is TabularPreprocessing."""


def main() -> None:
    print("tabular_preprocessing_validation")


if __name__ == "__main__":
    main()
