"""Which developer has which checkout."""

WORKSPACE_STEPS = ["clone", "build"]
LOCAL_STEPS = {"clone": "git clone", "build": "make"}
