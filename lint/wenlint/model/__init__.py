"""What the parts of Wenlint tell each other: a finding with its fix, a rule, settings, the outcome of a file.

May import from search and unicode. Nothing here reads a file or looks at a text."""
