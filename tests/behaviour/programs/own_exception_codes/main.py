import sys

from errors import LbError
from operations import delete_listener, delete_rules


def main():
    try:
        delete_rules("lb-app1", "lbl-http1", ["loc-1"])
        delete_listener("lb-app1", "lbl-http1")
    except LbError as e:
        if e.code == 4100:
            print("signature is wrong")
            return 3
        if e.code in (4101, 4102, 4103, 4300):
            print("not allowed")
            return 4
        if e.code == 5000:
            print("already gone")
            return 0
        print("failed: %s" % e)
        return 1
    print("deleted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
