"""Paths and variables that the script of BidLandscape may rely on."""

from cursus.core.base.contract_base import ScriptContract

BID_LANDSCAPE_CONTRACT = ScriptContract(
    entry_point="bid_landscape.py",
    expected_input_paths={
        "auctions": "/opt/ml/processing/input/auctions",
    },
    expected_output_paths={
        "landscape": "/opt/ml/processing/output/landscape",
    },
    required_env_vars=[],
    optional_env_vars={},
    framework_requirements={"pandas": ">=1.3.0"},
    description="Learns how bids turn into clicks.",
)
