"""One file from its bytes to its outcome, many files, worker processes, the cache, and what ends a run from outside.

May import from all packages above it."""
