import sys

from fleet import health

if sys.argv[2:]:
    print(health.both(sys.argv[1], sys.argv[2]))
print(*health.nodes(sys.argv[1:]), sep="\n")
