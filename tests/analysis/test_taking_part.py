"""Which files are parsed: those that show something, and those a legacy value can go to."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from clb_migrate.analysis import analyse_project
from clb_migrate.analysis.project import File, Project
from clb_migrate.findings import Certainty
from clb_migrate.source.triage import Triage
from clb_migrate.table.load import load_rules

RULES = load_rules()

CLOUD = """\
import json
from QcloudApi.qcloudapi import QcloudApi
TIMEOUT = 30
def describe(**params):
    return json.loads(QcloudApi("lb", {}).call("DescribeLoadBalancers", params))
"""


def parsed(files: Mapping[str, str]) -> set[str]:
    """Return which of the files an analysis reads, beyond those that show something."""
    paths = sorted(files)
    triage = Triage.of(RULES, Certainty.LIKELY)
    data = [files[path].encode() for path in paths]
    needed = [place for place, each in enumerate(data) if triage.needs_analysis(each)]
    project = Project([File(p, f"/project/{p}") for p in paths], needed, data.__getitem__)
    observations = analyse_project(project, RULES)
    return {paths[place] for place in observations.parsed} - {paths[place] for place in needed}


def test_nothing_without_a_marker() -> None:
    assert parsed({"a.py": "import b\n", "b.py": "if resp['code'] == 4100: pass\n"}) == set()


@pytest.mark.parametrize(
    "importer",
    [
        "from cloud import describe\n",
        "from cloud import (TIMEOUT,\n  describe as d)\n",
        "import cloud\nprint(cloud.describe())\n",
        "import cloud as c\nc.describe()\n",
        "from cloud import *\n",
        "def late():\n    from cloud import describe\n    return describe()\n",
        "try:\n    import fast as c\nexcept ImportError:\n    import cloud as c\nc.describe()\n",
        "import importlib\nimportlib.import_module('cloud').describe()\n",
        "\ufeffimport cloud\r\ncloud.describe()\r\n",
    ],
)
def test_who_imports_something_legacy(importer: str) -> None:
    files = {"cloud.py": CLOUD, "main.py": importer, "other.py": "import json\n"}
    assert parsed(files) == {"main.py"}


@pytest.mark.parametrize(
    "importer",
    ["from cloud import TIMEOUT\n", "import cloud\nprint(cloud.TIMEOUT)\n", "import clouds\n"],
)
def test_but_not_who_imports_something_else(importer: str) -> None:
    assert parsed({"cloud.py": CLOUD, "main.py": importer}) == set()


def test_through_others() -> None:
    files = {
        "pkg/cloud.py": CLOUD,
        "pkg/__init__.py": "from .cloud import describe\n",
        "pkg/service.py": "from . import describe\nclass Service:\n    run = describe\nLIMIT = 3\n",
        "pkg/views.py": "from .service import Service\ndef view(): return Service().run()\n",
        "pkg/limits.py": "from .service import LIMIT\n",
        "main.py": "from pkg.views import view\nview()\n",
        "tests/helpers.py": "import pkg.limits\n",
    }
    expected = {"pkg/__init__.py", "pkg/service.py", "pkg/views.py", "main.py"}
    assert parsed(files) == expected


def test_who_is_given_something_legacy() -> None:
    files = {
        "main.py": "from cloud import describe\nimport checks, names\nchecks.handle(describe())\n",
        "cloud.py": CLOUD,
        "checks.py": "import codes, words\ndef handle(r):\n    return codes.is_known(r['code'])\n",
        "codes.py": "import numbers_\ndef is_known(code):\n    return code == numbers_.AUTH\n",
        "numbers_.py": "AUTH = 4100\n",
        "words.py": "import further\n",
        "further.py": "x = 1\n",
        "names.py": "y = 2\n",
    }
    assert parsed(files) == {"main.py", "checks.py", "codes.py", "numbers_.py"}


def test_classes_are_followed_to_their_bases() -> None:
    files = {
        "cloud.py": "from base import Base\n" + CLOUD + "class Api(Base):\n    action = describe\n",
        "base.py": "from root import Root\nclass Base(Root):\n    pass\n",
        "root.py": "import unused\nclass Root:\n    def run(self): return self.action()['code']\n",
        "unused.py": "",
    }
    assert parsed(files) == {"base.py", "root.py"}


def test_a_host_in_a_formatted_string_is_named_too() -> None:
    files = {
        "net.py": (
            "import json\nfrom urllib.request import urlopen\nMODULE = 'lb'\n"
            "BASE = f'https://{MODULE}.api.qcloud.com/v2/index.php'\n"
            "def ask(query): return json.load(urlopen(BASE + query))\n"
        ),
        "use.py": "from net import ask\nask('?Action=DescribeLoadBalancers')['code'] == 4100\n",
    }
    assert parsed(files) == {"use.py"}
