"""Explains to users of our old command what happened to it."""

import sys
import textwrap

NOTICE = """\
The old load balancer interface (hosts below lb.api.qcloud.com) was switched off by the
provider. Please use `clb describe` of this tool instead; it needs the same two keys.
"""


def old_command(arguments: list[str]) -> int:
    if "--list" in arguments:
        print(textwrap.fill(NOTICE, 72), file=sys.stderr)
        return 64
    raise NotImplementedError(
        "the command went away together with lb.api.qcloud.com, sorry for that"
    )


if __name__ == "__main__":
    sys.exit(old_command(sys.argv[1:]))
