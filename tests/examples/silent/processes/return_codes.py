# min-confidence: possible
"""Run other programs; the codes are exit statuses."""

import subprocess
import sys

KNOWN = {0: "fine", 4000: "never on unix", 5000: "windows only"}


def run(*command: str) -> int:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 4100 or done.returncode in (5000, 6000):
        print(done.stderr, file=sys.stderr)
    code = done.returncode
    if code != 0:
        print(KNOWN.get(code, "unknown"), file=sys.stderr)
    return code


def main() -> None:
    worst = 0
    for target in ("lint", "types", "test"):
        code = run("make", target)
        if code == 4104:
            break
        worst = max(worst, code)
    child = subprocess.Popen(["make", "docs"])
    exit_code = child.wait()
    if exit_code == 4000 or child.poll() == 4000:
        worst = 4
    sys.exit(worst)


main()
