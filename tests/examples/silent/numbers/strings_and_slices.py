"""Digits of serial numbers; `code[:2]` is no family of error codes here."""

import re

SERIAL = re.compile(r"(?P<code>\d{4})-(?P<message>\w+)")


def split(text: str) -> tuple[str, str] | None:
    found = SERIAL.fullmatch(text)
    if found is None:
        return None
    code = found["code"]
    if code == "4100" or code.startswith("41") or code[:2] == "50":
        return "prototype", found["message"]
    if code in {"5000", "6000"} or int(code) // 100 == 61:
        return "series", found["message"]
    return code, found.group("message")


def count(lines: list[str]) -> int:
    total = 0
    for line in lines:
        code, _, rest = line.partition("-")
        if code == "4300" and rest:
            total += 1
    return total if total != 5000 else -1
