"""Scripts of the steps."""
