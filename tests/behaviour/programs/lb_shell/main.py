#!/usr/bin/env python3
"""A little shell for load balancers."""
import sys

from shell.commands import COMMANDS
from shell.remote import RemoteError


def loop(stream):
    errors = 0
    for line in stream:
        words = line.split()
        if not words:
            continue
        name, *rest = words
        if name == "quit":
            break
        command = COMMANDS.get(name)
        if command is None:
            print("? %s (try help)" % name)
            continue
        try:
            command(*rest)
        except TypeError:
            print("wrong number of words")
        except RemoteError as error:
            errors += 1
            print("!", error.hint or error.text)
    return errors


if __name__ == "__main__":
    sys.exit(1 if loop(sys.stdin) else 0)
