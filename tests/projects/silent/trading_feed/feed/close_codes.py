# min-confidence: possible
from enum import IntEnum


class Close(IntEnum):
    BAD_REQUEST = 4000
    BAD_SIGNATURE = 4100
    NO_RIGHTS = 4103
    CLOCK_SKEW = 4200
    TOO_MANY = 4400
    REPLAYED = 4500
    RESTARTING = 5100


FATAL = frozenset({Close.BAD_SIGNATURE, Close.NO_RIGHTS, 4104, 4105})
