"""Marks: which, and how often."""
