"""Bytes to text and back: which encoding a file is in, what is no text, and that it comes back byte for byte.

May import from search, unicode, model, formats and files."""
