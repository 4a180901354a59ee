"""What the gateway says to the apps, in numbers of its own that only look like the cloud's."""
import enum


class Api(enum.IntEnum):
    FINE = 0
    BAD_REQUEST = 4000
    SIGN_IN = 4100
    GONE = 5000
    LATER = 6000
