"""The registry moved to cursus.registry; old imports still work."""
