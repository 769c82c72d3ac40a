"""Core and developer workspaces behind one interface."""
