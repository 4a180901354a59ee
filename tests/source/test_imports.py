"""Import statements, as they stand in the bytes of a file."""

from __future__ import annotations

import pytest

from clb_migrate.source.imports import imports_in


@pytest.mark.parametrize(
    ("text", "imports"),
    [
        ("import os, shop.cloud as cloud", [("os", None), ("shop.cloud", None)]),
        ("from shop import cloud as c, jobs", [("shop", "cloud"), ("shop", "jobs")]),
        ("from .codes import (\n    QUOTA,  # why, and how\n    KEY as NO_KEY,\n)",
         [(".codes", "QUOTA"), (".codes", "KEY")]),
        ("from . import jobs", [(".", "jobs")]),
        ("from ..cloud import *", [("..cloud", "*")]),
        ("def f():\n    from late import thing; x = 1", [("late", "thing")]),
        ("try: import simplejson\nexcept ImportError: import json",
         [("simplejson", None), ("json", None)]),
        ("from shop import cloud, \\\n    codes", [("shop", "cloud"), ("shop", "codes")]),
        ("module = importlib.import_module('shop.cloud')", [("shop.cloud", None)]),
        ("from shop import cloud\r\nimport os\r\n", [("shop", "cloud"), ("os", None)]),
    ],
)  # fmt: skip
def test_what_is_imported(text: str, imports: list[tuple[str, str | None]]) -> None:
    assert [*imports_in(text.encode())] == imports


@pytest.mark.parametrize("text", ["", "important = 1", "# nothing here", "x = 'shop.cloud'"])
def test_nothing_is_imported(text: str) -> None:
    assert [*imports_in(text.encode())] == []
