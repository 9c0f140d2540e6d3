"""Each system call of reading and writing fails once, in many ways; and a signal comes at each of them."""

from pathlib import Path

from benchmarks.reliability import tracing
from benchmarks.reliability.subject import Tally, judge, run, subject

ERRORS = ("ENOSPC", "EIO", "EINTR", "EACCES", "EDQUOT", "EROFS", "EPERM", "ENOENT", "EMFILE", "ESTALE")
SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT")
#: Calls that Python makes for memory and for itself fail in the ways that those can.
OWN_ERRORS = {"mmap": ("ENOMEM",), "rt_sigprocmask": (), "fcntl": ("EMFILE",), "getrandom": ("ENOSYS", "EINTR")}


def faults(folder: Path, size: int) -> list[Tally]:
    """Errors at each call, then signals at each call."""
    tracing.needed()
    made, log = subject(folder / "faults", size), folder / "strace.log"
    calls = tracing.calls(made, log)
    print(f"{len(calls)} system calls: {', '.join(map(str, calls))}", flush=True)
    errors, signals = Tally("An error at each system call"), Tally("A signal at each system call")
    for call in calls:
        for error in OWN_ERRORS.get(call.name, ERRORS):
            made.reset()
            end = run(tracing.command(made, log, f"{call.name}:error={error}:when={call.nth}"))
            what, broken = judge(made, end)
            if not tracing.hit(log, call):
                broken.append("the fault hit something else")
            errors.add(f"`{call.name}`", what, broken, f"{call} {error}")
        for name in SIGNALS:
            made.reset()
            end = run(tracing.command(made, log, f"{call.name}:signal={name}:when={call.nth}"))
            what, broken = judge(made, end, signalled=True, littering=name != "SIGINT")
            if not tracing.hit(log, call):
                broken.append("the signal hit something else")
            signals.add(name, what, broken, f"{call} {name}")
    return [errors, signals]
