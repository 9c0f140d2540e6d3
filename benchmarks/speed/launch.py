"""Runs a command and prints what it took, as JSON: `launch.py SECONDS COMMAND…`.

A process begins with the memory of the one that started it, and its peak counts that. So this file is run by
an interpreter that has loaded hardly anything, and no figure depends on what the benchmark itself holds.
"""

import json
import os
import signal
import sys
import time


def main() -> None:
    limit, *command = sys.argv[1:]
    over: list[int] = []
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.setsid()  # so that its own children end with it
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1):  # standard error goes on to who started this
            os.dup2(nowhere, stream)
        try:
            os.execvp(command[0], command)
        finally:
            os._exit(127)

    def stop(*_: object) -> None:
        over.append(child)
        os.killpg(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, float(limit))
    try:
        _, status, usage = os.wait4(child, 0)
    except KeyboardInterrupt:
        os.killpg(child, signal.SIGKILL)
        raise
    seconds = time.perf_counter() - start
    signal.setitimer(signal.ITIMER_REAL, 0)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    exit_status = None if over else os.waitstatus_to_exitcode(status)
    took = {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "peak": peak, "status": exit_status}
    json.dump(took, sys.stdout)


main()
