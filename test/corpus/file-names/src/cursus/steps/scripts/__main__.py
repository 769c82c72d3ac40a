"""Passed over: starts with two underscores."""
