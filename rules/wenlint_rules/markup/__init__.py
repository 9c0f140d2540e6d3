"""Markdown that is not rendered as it was meant."""
