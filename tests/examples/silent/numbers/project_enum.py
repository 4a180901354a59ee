"""States of a print job; they meet printers and no cloud."""

from __future__ import annotations

import enum
from typing import assert_never


class Code(enum.Enum):
    OK = 0
    JAM = 4000
    PAPER = 4100
    TONER = 5000
    SERVICE = 6000


FATAL = {Code.JAM, Code.SERVICE}


def text(code: Code) -> str:
    match code:
        case Code.OK:
            return "fine"
        case Code.JAM | Code.SERVICE:
            return "call somebody"
        case Code.PAPER | Code.TONER:
            return "refill"
        case _:
            assert_never(code)


def worst(codes: list[Code]) -> Code:
    return max(codes, key=lambda code: code.value)


def ready(codes: list[Code]) -> bool:
    code = worst(codes)
    return code is Code.OK or (code not in FATAL and code.value != 4100)
