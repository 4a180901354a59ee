#!/usr/bin/env python3
"""Runs the steps of a night; each ends with an exit code that the operators know by heart."""
import argparse
import sys

from steps import STEPS
from shell import Failed, run

EXIT_TEXT = {0: "fine", 4000: "bad input", 4100: "no licence", 5000: "input missing"}


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--code", type=int, default=0, help="end with this code after a dry run")
    parser.add_argument("--only", choices=sorted(STEPS))
    options = parser.parse_args(argv)
    if options.code == 4100 or options.code in (5000, 6000):
        return options.code
    for name, step in STEPS.items():
        if options.only in (None, name):
            try:
                code = step(run)
            except Failed as failed:
                code = failed.code
            if code != 0:
                print(name, EXIT_TEXT.get(code, "?"), file=sys.stderr)
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
