"""Each system call of reading and writing fails once, in many ways; and a signal comes at each of them."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.reliability import tracing
from benchmarks.reliability.subject import Tally, judge, run, subject

ERRORS = ("ENOSPC", "EIO", "EINTR", "EACCES", "EDQUOT", "EROFS", "EPERM", "ENOENT", "EMFILE", "ESTALE")
SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT")
#: The exit statuses that `--statuses` holds runs to, and by what a temporary file may be left without it and with it.
STATUSES = {"SIGKILL": -9, "SIGTERM": 143, "SIGINT": 130}
LITTERING = (("SIGKILL", "SIGTERM"), ("SIGKILL",))
#: Calls that Python makes for memory and for itself fail in the ways that those can.
OWN_ERRORS = {"mmap": ("ENOMEM",), "rt_sigprocmask": (), "fcntl": ("EMFILE",), "getrandom": ("ENOSYS", "EINTR")}


def faults(folder: Path, size: int, chosen: Callable[[], bool], statuses: bool) -> list[Tally]:
    """Errors and signals at each call, those that are chosen."""
    tracing.needed()
    made, log = subject(folder / "faults", size), folder / "strace.log"
    calls = tracing.calls(made, log)
    print(f"{len(calls)} system calls: {', '.join(map(str, calls))}", flush=True)
    errors, signals = Tally("An error at each system call"), Tally("A signal at each system call")
    for call in calls:
        for error in OWN_ERRORS.get(call.name, ERRORS):
            if not chosen():
                continue
            made.reset()
            end = run(tracing.command(made, log, f"{call.name}:error={error}:when={call.nth}"))
            what, broken = judge(made, end)
            if not tracing.hit(log, call):
                broken.append("the fault hit something else")
            errors.add(f"`{call.name}`", what, broken, f"{call} {error}")
        for name in SIGNALS:
            if not chosen():
                continue
            made.reset()
            end = run(tracing.command(made, log, f"{call.name}:signal={name}:when={call.nth}"))
            what, broken = judge(made, end, signalled=True, littering=name in LITTERING[statuses])
            if statuses and end.status != STATUSES[name]:
                broken.append(f"status {end.status}")
            if not tracing.hit(log, call):
                broken.append("the signal hit something else")
            signals.add(name, what, broken, f"{call} {name}")
    return [errors, signals]
