"""Words: the form of names, and words taken for others."""
