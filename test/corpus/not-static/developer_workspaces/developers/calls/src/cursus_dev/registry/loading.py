"""Helps the registry."""

def load_steps(name):
    import json

    with open(name) as file:
        return json.load(file)
