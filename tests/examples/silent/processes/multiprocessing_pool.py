"""Exit codes of worker processes."""

import multiprocessing
import os
import signal

CRASHED = -signal.SIGSEGV


def work(number: int) -> None:
    if number == 4100:
        os._exit(41)
    if number % 5000 == 0:
        raise SystemExit(50)


def main() -> int:
    workers = [multiprocessing.Process(target=work, args=(n,)) for n in range(4000, 4200, 100)]
    for worker in workers:
        worker.start()
    failed = 0
    for worker in workers:
        worker.join(timeout=6000)
        code = worker.exitcode
        if code == CRASHED or code == 4100 or code is None:
            failed += 1
        elif code != 0:
            print(worker.name, code)
    return failed
