"""The width of letters and marks: full, half."""
