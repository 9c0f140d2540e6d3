"""Numbers: in which digits, and in which form."""
