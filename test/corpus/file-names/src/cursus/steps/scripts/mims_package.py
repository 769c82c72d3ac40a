"""Strategy 3: mims stands for nothing."""


def main() -> None:
    print("mims_package")


if __name__ == "__main__":
    main()
