"""Finds the legacy SDK in files that declare dependencies (rule CLB207).

Such files are no Python (`setup.py` is, but is not read as such here), so they pass by the analysis
and come straight to their findings. Lock files are left alone: they follow from what is read here.
Names of distributions come from the rules; this package knows file formats only.

A file that does not hold such a name at all is not looked into, so it is never called unreadable.
"""

from __future__ import annotations

import codecs
import importlib
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from clb_migrate.source.read import Unreadable

if TYPE_CHECKING:
    from clb_migrate.findings import Finding
    from clb_migrate.source.dependencies.mentions import Mention, Names
    from clb_migrate.table.rows import Rules

_READERS: Final = {
    "pipfile": "toml:in_pipfile",
    "pyproject.toml": "toml:in_pyproject",
    "setup.cfg": "setup_cfg:mentions",
    "setup.py": "setup_py:mentions",
}
"""Which file is read by which function of which module."""

_REQUIREMENTS: Final = "requirements:mentions"
_CONDA: Final = "conda:mentions"

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COOKIE: Final = re.compile(rb"(?:[^\n]*\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


def is_dependency_file(name: str) -> bool:
    """Tell whether a file is one that declares dependencies.

    `name` is its path, or what is known of it; the folder only counts for `requirements/*.txt`.
    """
    return _reader_of(name) is not None


def findings_in(path: str, data: bytes, rules: Rules) -> Iterator[Finding]:
    """Yield a CLB207 finding for each place in a dependency file that asks for a legacy SDK.

    `path` is as the report shows it, `data` what the file holds. A file that holds such a name but
    cannot be parsed yields a CLB901 finding instead.
    """
    from clb_migrate.source.dependencies.names import holds_any

    text = text_of(data)
    if not holds_any(text, rules.sdk.legacy_distributions):
        return

    # What reads such files is imported where it is needed, and a check for a finding only.
    from clb_migrate.source.dependencies.mentions import Names
    from clb_migrate.source.dependencies.toml import NotToml

    names = Names.of(rules.sdk.legacy_distributions)
    try:
        for mention in mentions_in(path, text, names):
            from clb_migrate.checks.dependency import legacy_dependency

            yield legacy_dependency(path, text, mention, rules)
    except NotToml as error:
        from clb_migrate.checks.unreadable_file import unreadable

        yield unreadable(Unreadable(path, str(error), error.line, error.column))


def mentions_in(path: str, text: str, names: Names) -> Iterator[Mention]:
    """Yield what the dependency file `text` asks for; raises `NotToml`."""
    return _reader(path)(text, names)


def format_of(path: str) -> str:
    """Return what a dependency file is written in: the name of the module that reads it."""
    return (_reader_of(path) or "").partition(":")[0]


def _reader_of(path: str) -> str | None:
    """Return what reads a file of this name; plain comparisons, since every file is asked for."""
    folder, _, name = path.replace("\\", "/").lower().rpartition("/")
    stem, _, suffix = name.rpartition(".")
    match suffix:
        case "txt" if "requirement" in stem or "constraint" in stem:
            return _REQUIREMENTS
        case "txt" if folder.rpartition("/")[2] == "requirements":
            return _REQUIREMENTS
        case "in" if stem not in ("", "manifest") and "." not in stem:
            return _REQUIREMENTS
        case "yml" | "yaml" if {"environment", "conda"} & {*re.split("[-_.]", stem)}:
            return _CONDA
    return _READERS.get(name)


def _reader(path: str) -> Callable[[str, Names], Iterator[Mention]]:
    reader = _reader_of(path)
    if reader is None:
        raise ValueError(f"{path} is no dependency file")
    module, _, function = reader.partition(":")
    found: Callable[[str, Names], Iterator[Mention]] = getattr(
        importlib.import_module(f"{__name__}.{module}"), function
    )
    return found


def text_of(data: bytes) -> str:
    """Return the text of a file as pip would: by its mark, its cookie, or as UTF-8.

    What cannot be decoded (a comment, most likely: names are ASCII) is replaced.
    """
    mark, encoding = encoding_of(data)
    return data[len(mark) :].decode(encoding, errors="replace")


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the mark that a file begins with, if any, and the encoding of what follows it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    if cookie := _COOKIE.match(data):
        try:
            encoding = cookie[1].decode("ascii")
            data.decode(encoding, errors="replace")
        except (LookupError, ValueError):  # no such encoding, or none for text
            pass
        else:
            return b"", encoding
    return b"", "utf-8"
