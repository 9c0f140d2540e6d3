"""Typesets known text, extracts it from the PDF, repairs it, and compares what comes out with what went in."""
