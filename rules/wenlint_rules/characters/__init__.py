"""Characters that only look like the right ones, or like nothing."""
