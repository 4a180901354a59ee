"""The answers of the cloud that we know how to treat."""
import enum


class Code(enum.IntEnum):
    OK = 0
    BAD_PARAMETER = 4000
    SIGNATURE = 4100
    KEY_UNKNOWN = 4104
    QUOTA = 4400
    NOT_FOUND = 5000
    OPERATION_FAILED = 5100
    INTERNAL = 6000
