"""Import statements, as they stand in the bytes of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clb_migrate.source.imports import import_text, imports_in

STATEMENTS = (
    "import os",
    "import shop.cloud as c, shop.jobs",
    "from shop import cloud",
    "from . import (jobs,\n    cloud as c,  # why\n    codes)",
    "from shop.net import cloud, \\\n    codes",
    "from shop import *",
    "try: import json",
    "module = __import__('shop.jobs')",
    "module = import_module('jobs')",
    "modules = [import_module(each) for each in ('jobs', 'shop.cloud')]",
    "module = import_module('.jobs', \"shop\")",
    "important = 1  # import nothing",
    "x = 'import nothing; from shop import jobs'",
    "reimport(json)",
    "from",
    "import",
    "#",
    "(",
    "",
)
"""What stands in files, be it an import or not."""
BETWEEN = ("\n", "\r\n", "\n    ", "\n\t", "; ", " # ")


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
        ("module = importlib.import_module('cloud')", [("cloud", None)]),
        # A word somewhere in a file that imports by calls may only mean what lies beside it.
        ("for each in ('shop.jobs', 'main'): import_module(each)",
         [("shop.jobs", None), (".main", None)]),
        ("from shop import cloud\r\nimport os\r\n", [("shop", "cloud"), ("os", None)]),
    ],
)  # fmt: skip
def test_what_is_imported(text: str, imports: list[tuple[str, str | None]]) -> None:
    assert [*imports_in(text.encode())] == imports


@pytest.mark.parametrize("text", ["", "important = 1", "# nothing here", "x = 'shop.cloud'"])
def test_nothing_is_imported(text: str) -> None:
    assert [*imports_in(text.encode())] == []


@given(st.lists(st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(BETWEEN)), max_size=8))
def test_the_import_statements_alone_tell_the_same(pieces: list[tuple[str, str]]) -> None:
    data = "".join(map("".join, pieces)).encode()
    assert set(imports_in(import_text(data))) == set(imports_in(data))
