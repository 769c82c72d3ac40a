"""What steps are made of."""
