from enum import IntEnum


class Code(IntEnum):
    DENIED = 4100
    SLOW = 4400
    GONE = 5000
