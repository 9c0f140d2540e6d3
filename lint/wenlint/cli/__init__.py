"""The command line. A command's module is imported when the command is called."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from wenlint.cli import console
from wenlint.unicode.escape import escape

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


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit status. Of what is wrong only a message is shown, and that is escaped."""
    console.open_streams()
    try:
        with wenlint.make_context("wenlint", list(arguments)) as context:
            status = wenlint.invoke(context)
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as end:  # of --help and --version
        return end.exit_code
    except click.ClickException as error:
        _usage(error)
    except OSError as error:  # what is read and written for a file is told with the file
        if error.filename is None:
            return console.failed(error)
        console.say(f"{os.fsdecode(error.filename)}: {console.reason(error)}")
    except MemoryError:
        console.say("there is not enough memory; files are replaced whole or not at all")
    except Exception:
        import traceback

        trace = "".join(f"{escape(line)}\n" for line in traceback.format_exc().splitlines())
        console.write(trace, sys.stderr)
        console.say("this is a bug of ours, please report it; files are replaced whole or not at all")
    return console.ERROR


def _usage(error: click.ClickException) -> None:
    """What click says of wrong arguments, which are quoted in it."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        console.write(f"{error.format_message()}\n", sys.stderr)
        return
    if isinstance(error, click.UsageError) and error.ctx is not None:
        usage, path = error.ctx.get_usage(), error.ctx.command_path
        console.write(f"{usage}\nTry '{path} --help' for help.\n\n", sys.stderr)
    console.write(f"Error: {escape(error.format_message())}\n", sys.stderr)
