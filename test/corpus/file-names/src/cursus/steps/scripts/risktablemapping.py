"""Strategy 5: equal but for the underscores."""


def main() -> None:
    print("risktablemapping")


if __name__ == "__main__":
    main()
