"""Writes lint/wenlint/supersets.json: what `wenlint.superset` makes of each pattern that the rules look for.

    python tools/supersets.py

A pattern that is not in the file is translated when it is needed: the file only saves time.
"""

import json

from wenlint import superset
from wenlint.firstlook import READY, key_of
from wenlint.loader import load_rules
from wenlint.patterns import SOUGHT


def made() -> str:
    """The contents of the file."""
    load_rules()
    supersets = {key_of(*pattern.source): superset.of(*pattern.source) for pattern in SOUGHT}
    return json.dumps(supersets, indent=0, sort_keys=True) + "\n"


if __name__ == "__main__":
    READY.write_text(made(), "utf-8", newline="\n")
