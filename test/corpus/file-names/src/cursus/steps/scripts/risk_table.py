"""Strategy 5: a part of RiskTableMapping."""


def main() -> None:
    print("risk_table")


if __name__ == "__main__":
    main()
