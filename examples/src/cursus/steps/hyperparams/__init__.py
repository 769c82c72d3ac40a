"""Hyperparams of the steps."""
