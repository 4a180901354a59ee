from enum import IntEnum, unique


@unique
class Number(IntEnum):
    STARTED = 4000
    SIGNED_IN = 4100
    FAILED = 5000
    STOPPED = 6000

    @property
    def bad(self):
        return self == Number.FAILED or self.value >= 5100
