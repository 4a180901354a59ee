# min-confidence: possible
from dataclasses import dataclass, field
from typing import NamedTuple


class Zone(NamedTuple):
    code: int
    message: str


@dataclass
class Article:
    code: int
    name: str
    zones: list[Zone] = field(default_factory=list)

    def is_spare_part(self) -> bool:
        return self.code in range(4000, 5000) and self.code != 4400


BASEL = Zone(4000, "Basel")
GENT = Zone(9000, "Gent")
LIEGE = Zone(4000, "Liège")
