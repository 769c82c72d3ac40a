"""Copies yesterday to another bucket."""


def main() -> None:
    print("nightly_dump")


if __name__ == "__main__":
    main()
