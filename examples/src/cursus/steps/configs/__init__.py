"""Configs of the steps."""
