"""Several registries behind one interface."""
