"""Signals that ask the process to end, as Ctrl-C does: files stay whole, and the exit status names the signal."""

import signal
import sys

#: SIGHUP is that of a closed terminal; Windows has none.
NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
#: Seconds after which an Interrupted that Python swallowed is raised again.
AGAIN = 0.001
#: What a shell adds to the number of the signal that ended a process.
ENDED_BY_SIGNAL = 128
BY_KEYBOARD = ENDED_BY_SIGNAL + signal.SIGINT


class Interrupted(BaseException):
    """A signal asked the process to end. Not an Exception, so that nothing takes it for a failure of a file."""


class _State:
    #: The number of the first such signal; 0 before there is one.
    received = 0
    #: How many blocks are under way that must not be interrupted.
    holding = 0


def catch() -> None:
    """From now on a signal that asks the process to end raises Interrupted in the main thread, once.

    One that whoever started the process has it ignore (`nohup`, a job in the background) stays ignored.
    """
    for name in NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _receive)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _raise)
        sys.unraisablehook = _raise_again


def catch_in_child() -> None:
    """As `catch`, in a process that one of ours started: Ctrl-C in a terminal reaches both, and is the other's to tell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _State.holding = 0
    catch()
    if _State.received:  # while this process was being made
        raise Interrupted


def ignore() -> None:
    """From now on such signals do nothing: the work is done, and its exit status is decided."""
    for name in NAMES:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_IGN)


def status() -> int | None:
    """The exit status that says which signal came (130 for SIGINT, 143 for SIGTERM); None where none did."""
    return ENDED_BY_SIGNAL + _State.received if _State.received else None


class Held:
    """A block that a signal does not interrupt; Interrupted is raised at its end."""

    def __enter__(self) -> None:
        _State.holding += 1

    def __exit__(self, *_: object) -> None:
        _State.holding -= 1
        if _State.received and not _State.holding:
            raise Interrupted


def _raise(*_: object) -> None:
    raise Interrupted


def _raise_again(lost: "sys.UnraisableHookArgs") -> None:
    """A destructor, or what Python calls as a module is imported, passes no exception on: raise it outside of that."""
    if lost.exc_type is Interrupted:
        signal.setitimer(signal.ITIMER_REAL, AGAIN)
    else:
        sys.__unraisablehook__(lost)


def _receive(number: int, _: object) -> None:
    if _State.received:  # a second one must not stop what the first one has begun to tidy up
        return
    _State.received = number
    if not _State.holding:
        raise Interrupted
