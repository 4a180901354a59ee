"""Who imports a name: whatever form the import has, and nobody else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from clb_migrate.analysis.importers import Importers
from clb_migrate.analysis.modules import ModuleIndex
from clb_migrate.source.imports import import_text, imports_in

CLOUD = "/p/shop/net/cloud.py"
PACKAGE = "/p/shop/net/__init__.py"


def importers(files: Mapping[str, str], module: str, *names: str) -> list[str]:
    """Return the files that import one of the names from a module, which is one of them."""
    places = [*files]
    data = [text.encode() for text in files.values()]
    who = Importers(
        ModuleIndex(places),
        lambda index: data[index],
        lambda: [import_text(each) for each in data],
    )
    return [places[index] for index in who.of({places.index(module): set(names)})]


@pytest.mark.parametrize(
    ("importer", "text"),
    [
        ("/p/main.py", "from shop.net.cloud import call"),
        ("/p/main.py", "from shop.net import cloud\ncloud.call()"),
        ("/p/main.py", "import shop.net.cloud as c\nc.call()"),
        ("/p/main.py", "import os, shop.net.cloud\nshop.net.cloud.call()"),
        ("/p/main.py", "if 1: import shop.net.cloud; shop.net.cloud.call()"),
        ("/p/main.py", "from shop.net.cloud import *"),
        ("/p/main.py", "from shop.net.cloud import (\n    other,\n    call,\n)"),
        ("/p/main.py", "import importlib\nm = importlib.import_module('shop.net.cloud')\nm.call()"),
        ("/p/main.py", "m = __import__('shop.net.cloud')\nm.call()"),
        ("/p/shop/net/near.py", "from .cloud import call"),
        ("/p/shop/net/near.py", "from . import cloud\ncloud.call()"),
        ("/p/shop/far.py", "from .net.cloud import call"),
        ("/p/shop/far.py", "from .net import cloud\r\ncloud.call()"),
    ],
)
def test_an_importer_of_a_module_is_found(importer: str, text: str) -> None:
    files = {"/p/shop/__init__.py": "", PACKAGE: "", CLOUD: "def call(): ...", importer: text}
    assert importers(files, CLOUD, "call") == [importer]


@pytest.mark.parametrize(
    ("importer", "text"),
    [
        ("/p/main.py", "from shop.net import call"),
        ("/p/main.py", "import shop.net\nshop.net.call()"),
        ("/p/main.py", "import shop.net.cloud\nshop.net.call()"),
        ("/p/shop/net/near.py", "from . import call"),
        ("/p/shop/net/deep/er.py", "from .. import other, call"),
        ("/p/shop/far.py", "from .net import *"),
    ],
)
def test_an_importer_of_a_package_is_found(importer: str, text: str) -> None:
    deep = "/p/shop/net/deep/__init__.py"
    files = {"/p/shop/__init__.py": "", deep: "", CLOUD: "", PACKAGE: "call = 1", importer: text}
    assert importers(files, PACKAGE, "call") == [importer]


@pytest.mark.parametrize(
    ("importer", "text"),
    [
        ("/p/main.py", "from shop.net.cloud import other"),
        ("/p/main.py", "import shop.net.cloud\nshop.net.cloud.other()"),
        ("/p/main.py", "from elsewhere.cloud import call"),
        ("/p/main.py", "cloud = 'shop.net.cloud'\ncall()"),
        ("/p/main.py", "from shop.net.clouds import call"),
        ("/p/shop/far.py", "from .cloud import call"),
        ("/p/shop/far.py", "from . import call"),
    ],
)
def test_whoever_imports_something_else_is_not_found(importer: str, text: str) -> None:
    files = {"/p/shop/__init__.py": "", PACKAGE: "", CLOUD: "def call(): ...", importer: text}
    assert importers(files, CLOUD, "call") == []


@pytest.mark.parametrize(
    "text",
    [
        "import os, shop.cloud as cloud",
        "from shop import cloud as c, jobs",
        "from .codes import (\n    QUOTA,  # why\n    KEY as NO_KEY,\n)",
        "from . import jobs",
        "def f():\n    from late import thing; import soon",
        "try: import simplejson\nexcept ImportError: import json",
        "from shop import cloud, \\\n    codes",
        "module = importlib.import_module('shop.cloud')",
        "module = __import__('shop')",
        "\ufeffimport first",
    ],
)
def test_the_text_of_imports_holds_every_word_of_them(text: str) -> None:
    data = text.encode()
    held = import_text(data).decode()
    for module, name in imports_in(data):
        assert module in held
        assert name is None or name in held
