"""Settings of the slim package."""

from cursus.steps.configs.config_package_step import PackageConfig


class SlimPackageConfig(PackageConfig):
    """Without the history of the model."""
