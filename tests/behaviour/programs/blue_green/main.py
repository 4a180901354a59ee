import sys

from deploy.switch import switch
from deploy.errors import Refused, Unreachable

if __name__ == "__main__":
    try:
        moved = switch(sys.argv[1])
    except Refused as refused:
        print("refused:", refused.kind)
        sys.exit(1)
    except Unreachable:
        print("the cloud cannot be reached")
        sys.exit(2)
    print("traffic now goes to", sys.argv[1], "(%d servers touched)" % moved)
