"""How fast Wenlint and others are, side by side."""
