"""Steps of the sign-up wizard."""

STEP_NAMES = ["welcome", "address", "payment", "done"]
STEP_TITLES = {"welcome": "Welcome", "address": "Where do you live?", "payment": "Payment", "done": "That was it"}
STEP_OVERRIDES = {"payment": {"skip_if": "free plan"}}
