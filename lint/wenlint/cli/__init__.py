"""The command line. A command's module is imported when the command is called."""

import os
import sys
from importlib import import_module

import click

#: Each command, the module that holds it, and its line in the help.
COMMANDS = {
    "check": ("lint", "Find damage in files and folders."),
    "fix": ("lint", "Repair what is safe to repair."),
    "rules": ("rules", "List the rules."),
    "explain": ("rules", "Say what a rule finds, why, and show it."),
    "clean": ("clean", "Take away what earlier runs kept."),
}


class Lazy(click.Group):
    """A group that imports a command only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"wenlint.cli.{COMMANDS[name][0]}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wenlint", message="%(package)s %(version)s")
def wenlint() -> None:
    """Find and repair damaged Chinese, Japanese and Korean text."""


def main() -> None:
    """Run the command line; what is printed is UTF-8 wherever it goes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        wenlint(prog_name="wenlint")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to flush goes nowhere
        sys.exit(1)
    except OSError as error:  # 1 would mean findings
        sys.stderr.write(f"wenlint: {error.strerror}: {error.filename}\n")
        sys.exit(2)
    except Exception:
        import traceback

        traceback.print_exc()
        sys.stderr.write("wenlint: this is a bug of ours, please report it; files are replaced whole or not at all\n")
        sys.exit(2)
