from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .numbers import MISSING


class Result(NamedTuple):
    code: int
    text: str


@dataclass
class Reply:
    raw: dict[str, Any]
    region: str = "gz"
    notes: list[str] = field(default_factory=list)

    @property
    def code(self) -> int:
        return int(self.raw["code"])  # expect: CLB104 via sdk client request reply

    @property
    def ok(self) -> bool:
        return self.code == 0  # expect: CLB102

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Reply:
        return cls(raw)

    def missing(self) -> bool:
        return self.code == MISSING  # expect: CLB101 5000 via sdk client request reply


class Failure:
    """The older class; some callers still use it."""

    severity = 4100

    def __init__(self, code: int, message: str) -> None:
        self._code, self.message = code, message

    def get_code(self) -> int:
        return self._code

    def __str__(self) -> str:
        return f"[{self._code}] {self.message}"
