import sys

from larkbot import LarkError, next_meeting, send_text

try:
    title = next_meeting(sys.argv[1])
    sys.exit(0 if title and send_text(sys.argv[2], title) else 1)
except LarkError as problem:
    sys.exit(4 if problem.code == 4300 else 5)
