"""Files and folders: walking, reading, and replacing a file whole or not at all.

May import from search, unicode, model and formats."""
