"""The same table once more, as in the real package."""


class StepMapping:
    LEGACY_ALIASES = {
        "MIMSPackaging": "Package",
    }
