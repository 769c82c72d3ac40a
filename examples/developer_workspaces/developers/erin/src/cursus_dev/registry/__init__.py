"""Registry of this workspace."""
