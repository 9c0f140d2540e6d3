"""Writes lint/wenlint/search/supersets.json: what `wenlint.search.re2_superset` makes of each pattern that the rules look for.

    python tools/supersets.py

A pattern that is not in the file is translated when it is needed: the file only saves time.
"""

import json

from wenlint.rules.loader import load_rules
from wenlint.search import re2_superset
from wenlint.search.patterns import SOUGHT
from wenlint.search.prefilter import READY, key_of


def made() -> str:
    """The contents of the file."""
    load_rules()
    supersets = {key_of(*pattern.source): re2_superset.of(*pattern.source) for pattern in SOUGHT}
    return json.dumps(supersets, indent=0, sort_keys=True) + "\n"


if __name__ == "__main__":
    READY.write_text(made(), "utf-8", newline="\n")
