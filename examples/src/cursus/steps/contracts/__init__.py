"""Contracts of the steps."""
