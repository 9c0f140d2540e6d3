"""What rules look at: a text, what a reader sees of it, and the facts that it shows about itself.

May import from search, unicode, model and formats."""
