from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace


class Status(enum.IntEnum):
    OK = 0
    WARNING = 1
    CRITICAL = 2
    UNKNOWN = 3


class LegacyCode(enum.IntEnum):
    OK = 0  # expect: CLB103
    SIGNATURE = 4100  # expect: CLB103 4100
    MISSING = 5000  # expect: CLB103 5000

    @classmethod
    def knows(cls, value: int) -> bool:
        return value in cls._value2member_map_  # expect: CLB101 via sdk request


@dataclass
class Outcome:
    status: Status = Status.UNKNOWN
    legacy: LegacyCode | None = None
    lines: list[str] = field(default_factory=list)

    def worse(self, other: Status) -> Outcome:
        return replace(self, status=max(self.status, other))

    @property
    def exit_status(self) -> int:
        return int(self.status)
