"""Looks for bytes that break a promise; `python -m benchmarks.fuzz` runs it, README.md in this folder describes it."""
