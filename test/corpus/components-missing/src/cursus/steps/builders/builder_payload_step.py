"""Builds the payload. Forgot its base class."""


class PayloadStepBuilder:
    def __init__(self, config):
        self.config = config

    def create_step(self, dependencies=None, **options):
        return None
