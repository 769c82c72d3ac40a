"""Specs of the steps."""
