"""Loads the interface of a step by its name."""
