"""What a rule, a finding and a setting are. Nothing here reads a file or looks at a text."""
