import sys

from balancers import drop
from machines import stop

if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, drop(name) if name.startswith("lb-") else stop(name))
