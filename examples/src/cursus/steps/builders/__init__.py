"""Builders of the steps."""
