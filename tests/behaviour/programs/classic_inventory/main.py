"""What hangs on a classic load balancer: listeners, servers, health."""
import sys

from inventory import collect
from inventory import text

if __name__ == "__main__":
    report = collect.everything(sys.argv[1])
    if report is None:
        sys.exit("inventory: nothing to tell")
    text.show(report)
