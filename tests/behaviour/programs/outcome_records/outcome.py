from dataclasses import dataclass


@dataclass
class Outcome:
    target: str
    code: int
    listeners: int = 0
