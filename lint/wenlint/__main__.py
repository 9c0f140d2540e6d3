"""`python -m wenlint` and the console script."""

import os
import sys

if __name__ == "__main__" and not sys.flags.safe_path and sys.path and sys.path[0] in ("", os.getcwd()):
    # Python puts the working folder first: what lies in somebody's repository must not be taken for a module.
    del sys.path[0]

from wenlint.jobs import interrupts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["main"]


def main() -> "NoReturn":
    """Run the command line and exit.

    Nothing of it is imported before signals are caught, so that Ctrl-C never shows a traceback.
    """
    try:
        interrupts.catch()
        from wenlint.cli import run

        status = run(sys.argv[1:])
        interrupted = False
    except (interrupts.Interrupted, KeyboardInterrupt):  # the latter as libraries raise it
        status, interrupted = interrupts.BY_KEYBOARD, True
    if signalled := interrupts.status():  # also where a destructor swallowed the exception
        status, interrupted = signalled, True
    interrupts.ignore()
    from wenlint.cli import console

    if interrupted:
        console.say("interrupted; files are replaced whole or not at all")
    sys.exit(console.close(status))


if __name__ == "__main__":
    main()
