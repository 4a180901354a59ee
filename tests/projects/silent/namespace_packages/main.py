import sys

sys.path[:0] = ["core", "cloud"]

from corp.balancing.ports import team_of  # noqa: E402
from corp.report import lines  # noqa: E402

for line in lines(team_of(int(sys.argv[1]))):
    print(line)
