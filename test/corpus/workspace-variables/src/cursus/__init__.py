"""Pipelines from small steps."""
