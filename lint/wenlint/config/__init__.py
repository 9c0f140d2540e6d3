"""The configuration: its keys and their values, where it is found, and what it means for a file.

May import from all that rules may, from source, and from rules."""
