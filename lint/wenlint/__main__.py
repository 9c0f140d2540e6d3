"""`python -m wenlint` and the console script."""

from wenlint.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
