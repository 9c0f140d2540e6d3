"""White space inside and around text."""
