from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Result:
    """What a probe brought home."""

    probe: str
    code: int
    payload: dict[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return f"{self.probe}:{len(self.payload)}"
