"""Looking for patterns in whole texts, all of them in one pass, and the time that a pattern of a configuration may take.

May import nothing else of Wenlint."""
