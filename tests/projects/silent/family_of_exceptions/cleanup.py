import sys

from remote import balancers, tickets
from remote.errors import BalancerError, LocalError, TicketError


def main(name, ticket):
    try:
        balancers.delete(name)
        tickets.close(ticket)
    except BalancerError as error:
        if error.code == 5000:  # expect: CLB101 5000 via family-call family-raise
            return 0
        raise
    except TicketError as error:
        if error.closed or error.code in (4000, 4100):
            return 0
        raise
    except LocalError as error:
        return 2 if error.code == 4000 or error.code == LocalError.BAD_ARGUMENT else 3
    return 0


sys.exit(main(sys.argv[1], sys.argv[2]))
