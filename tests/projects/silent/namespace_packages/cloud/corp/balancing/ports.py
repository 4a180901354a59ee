"""Which teams use which port; nothing to do with answers."""
from .accounts import ACCOUNTS

PORTS = dict(zip(ACCOUNTS, (4100, 4400)))


def team_of(code):
    return next((team for team, port in PORTS.items() if port == code), None)
