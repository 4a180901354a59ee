"""Finding legacy hosts in text, also in text with holes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clb_migrate.table.rows import Endpoints

HOLE = "\x00"
"""Stands for an unknown part of a text; the patterns take it for any label."""

_PLACEHOLDER = re.compile(r"%(?:\(\w*\))?[sdr]|\{[^{}]*\}|\$\{?\w+\}?")

_LABEL = rf"[\w{HOLE}-]+"


@dataclass(frozen=True, slots=True)
class Host:
    """A legacy host found in a text: as written (holes as `{}`), and its module if known."""

    text: str
    module: str | None
    complete: bool
    """It has a module label in front; a bare `api.qcloud.com` has none."""


class HostFinder:
    """The patterns for hosts of both APIs, made from the endpoint row."""

    def __init__(self, endpoints: Endpoints) -> None:
        self._suffixes = tuple(suffix.lower() for suffix in endpoints.legacy_suffixes)
        legacy = "|".join(re.escape(suffix) for suffix in endpoints.legacy_suffixes)
        current = "|".join(re.escape(suffix) for suffix in endpoints.current_suffixes)
        self._legacy = re.compile(
            rf"(?<![\w.{HOLE}-])((?:{_LABEL}\.)*)({legacy})(?![\w-]|\.[\w{HOLE}])", re.IGNORECASE
        )
        # A fragment may begin with the dot that joins it to a label.
        self._fragment = re.compile(rf"^\.({legacy})(?![\w-]|\.[\w{HOLE}])", re.IGNORECASE)
        self._current = re.compile(rf"(?<![\w-])(?:{current})(?![\w-]|\.[\w{HOLE}])", re.IGNORECASE)
        self._address = re.compile(rf"^(?:[a-z]+:)?//({_LABEL}(?:\.{_LABEL})*)", re.IGNORECASE)
        self._path = endpoints.legacy_path

    def legacy(self, text: str) -> Host | None:
        """Return the first legacy host in `text`, or None; `%s` and `{}` count as holes."""
        lowered = text.lower()
        if not any(suffix in lowered for suffix in self._suffixes):
            return None  # What most texts are, at a tenth of the price.
        text = _PLACEHOLDER.sub(HOLE, text)
        if (found := self._legacy.search(text)) is None:
            if (fragment := self._fragment.search(text)) is None:
                return None
            return Host(fragment.group(1), None, complete=False)
        labels, suffix = found.groups()
        # A string to sign starts with the method, without a space before the host.
        labels = re.sub(r"^(?:GET|POST)(?=[\w\x00])", "", labels)
        module = labels.rstrip(".")
        whole = (labels + suffix).replace(HOLE, "{}")
        module = module.lower()
        known = module if module and HOLE not in module and "." not in module else None
        return Host(whole, known, complete=bool(module))

    def requested(self, address: str) -> Host | None:
        """Return the legacy host that a request to `address` goes to, or None.

        Another host's address may mention a legacy one further on.
        """
        found = self._address.match(address)
        return self.legacy(found.group(0) if found is not None else address)

    def current(self, text: str) -> bool:
        """Tell whether `text` names a host of API 3.0."""
        return self._current.search(text) is not None

    def goes_elsewhere(self, address: str) -> bool:
        """Tell whether a request to `address` surely does not go to API 2.0.

        Its host is spelled out and another one, or its path is, which every legacy request shares.
        """
        found = self._address.match(address)
        if found is not None and HOLE not in found.group(1):
            return self.requested(address) is None
        path = re.split(r"[?#]", address, maxsplit=1)[0].rpartition(HOLE)[2]
        return bool(path) and not (self._path.endswith(path) or path.endswith(self._path))

    def has_legacy_path(self, text: str) -> bool:
        """Tell whether `text` holds the path that only API 2.0 requests use."""
        return self._path in text
