"""Helps the registry."""

import os

VERSION = os.environ.get("VERSION", "0")
COMMON_STEPS = {}


def row_for(name):
    return {"spec_type": name}
