"""Set up https for the shop: a listener, then its forwarding rules."""
import sys

from setup_https import balancer
from setup_https.session import Failure


def main(ident, certificate):
    try:
        listener = balancer.https_listener(ident, certificate)
        balancer.rules(ident, listener)
    except Failure as failure:
        print("setup stopped:", failure)
        return failure.exit_status
    print("https is set up on", ident)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
