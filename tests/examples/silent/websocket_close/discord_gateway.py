"""Gateway close codes 4000-4014 decide between resume, reconnect and giving up."""

from __future__ import annotations

import enum


class GatewayClose(enum.IntEnum):
    UNKNOWN_ERROR = 4000
    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    RATE_LIMITED = 4008
    SESSION_TIMED_OUT = 4009


FATAL = frozenset({GatewayClose.AUTHENTICATION_FAILED, 4010, 4011, 4012, 4013, 4014})


class Session:
    def __init__(self, close_code: int | None = None) -> None:
        self.close_code = close_code
        self.sequence: int | None = None

    def can_resume(self) -> bool:
        if self.close_code is None:
            return True
        if self.close_code == 4000 or self.close_code == GatewayClose.RATE_LIMITED:
            return True
        return 4000 <= self.close_code < 5000 and self.close_code not in FATAL

    def reset(self) -> None:
        if self.close_code in (4007, 4009):
            self.sequence = None
