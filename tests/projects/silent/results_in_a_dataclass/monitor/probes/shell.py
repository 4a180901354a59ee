from __future__ import annotations

import subprocess

from monitor.result import Result


def probe_shell(command: str) -> Result:
    return Result(probe="shell", code=subprocess.call(command, shell=True))
