"""Where rules come from, which of them speak, the page and the examples of each, and those that a configuration makes.

May import from all that fixing may, from files, and from fixing."""
