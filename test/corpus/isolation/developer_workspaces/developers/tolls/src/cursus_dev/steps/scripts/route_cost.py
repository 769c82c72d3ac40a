"""Prices routes."""

import developer_workspaces.developers.roads.src.cursus_dev.steps.scripts.route_length as length
from developer_workspaces.developers.tolls.src.cursus_dev.steps.contracts import route_cost_contract

PATH = "developer_workspaces.developers.roads"  # only a text


def main() -> None:
    length.main()
    print(route_cost_contract.ROUTE_COST_CONTRACT.entry_point, PATH)


if __name__ == "__main__":
    main()
