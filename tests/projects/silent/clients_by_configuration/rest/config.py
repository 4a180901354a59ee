from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Service:
    base: str
    timeout: float = 5.0
    retry_codes: frozenset[int] = frozenset()


LB: Final = Service(
    "https://lb.api.qcloud.com/v2/index.php",  # expect: CLB201
    retry_codes=frozenset({4400, 6000}),  # expect: CLB103 4400 6000
)
ERP: Final = Service(base="https://erp.example.com/v2", retry_codes=frozenset({4400, 5100}))
