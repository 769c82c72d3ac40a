"""Of former versions; what was here is in the interfaces now."""
