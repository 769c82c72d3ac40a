"""Levels by name."""

LEVELS = {"Forest": {"config_class": "ForestConfig"}, "Desert": {"config_class": "DesertConfig"}}
