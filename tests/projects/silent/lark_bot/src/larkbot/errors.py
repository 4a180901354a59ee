from __future__ import annotations

RATE_LIMITED = 4400
UNKNOWN_CALENDAR = 5000


class LarkError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{message} ({code})")
        self.code = code

    @property
    def temporary(self) -> bool:
        return self.code == RATE_LIMITED or self.code // 1000 == 6
