"""Facts about characters: scripts, names, frequencies, which letters are of one script alone, what is invisible.

May import from search."""
