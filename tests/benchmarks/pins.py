"""Which packages and peers, in which versions: `corpus.toml`, typed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PINS = Path(__file__).parent / "corpus.toml"


@dataclass(frozen=True, slots=True)
class Pins:
    """Versions by the names of the packages that the corpus is made of, and of the peers."""

    packages: Mapping[str, str]
    peers: Mapping[str, str]


def read_pins(path: Path = PINS) -> Pins:
    """Return what the file says; raises `KeyError` for one without both tables."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Pins(tables["packages"], tables["peers"])
