"""How long linking takes, against parsing: `python -m tests.benchmarks.linking`.

Builds projects in memory, of up to 5,000 modules with a tenth as many legacy call sites, in two
ways: in one, the legacy call sites are spread among modules that have nothing to do with them; in
the other, every module hands a legacy answer on, so that all of them have to be linked. Prints the
seconds that LibCST's parser takes for all modules, and those for the facts and for linking of the
modules that take part.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter

import libcst

from clb_migrate.analysis.linking import link
from clb_migrate.analysis.project import File, Project
from clb_migrate.findings import Certainty
from clb_migrate.source.triage import Triage
from clb_migrate.table.load import load_rules

SIZES = (1250, 2500, 5000)
SITES = 10
"""Modules for each legacy call site."""

FIXED = {
    "app/__init__.py": "",
    "app/settings.py": "import os\nSECRET_ID = os.environ['ID']\nSECRET_KEY = os.environ['KEY']\n",
    "app/codes.py": "SUCCESS = 0\nAUTH = 4100\nLIMIT = 4400\nRETRY = (4400, 6000)\n",
    "app/cloud.py": """\
import json
from QcloudApi.qcloudapi import QcloudApi
from app.settings import SECRET_ID, SECRET_KEY
from app.codes import SUCCESS


class CloudError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Client:
    def __init__(self, module):
        self.service = QcloudApi(module, {"secretId": SECRET_ID, "secretKey": SECRET_KEY})

    def call(self, action, params):
        return json.loads(self.service.call(action, params))


def ask(action, **params):
    return Client("lb").call(action, params)


def checked(action, **params):
    answer = ask(action, **params)
    if answer["code"] != SUCCESS:
        raise CloudError(answer["code"], answer["message"])
    return answer
""",
    "app/tools.py": """\
import logging
import time

log = logging.getLogger(__name__)


def first(items, default=None):
    for item in items:
        return item
    return default


class Registry:
    def __init__(self):
        self.items = {}

    def add(self, name, item):
        self.items[name] = item
        return item


REGISTRY = Registry()
""",
}

ORDINARY = '''\
"""Part {n} of the application."""
import os
import re
from datetime import datetime

from app.tools import REGISTRY, first
{imports}

class Thing{n}:
    kind = "k{n}"

    def __init__(self, name, size=3):
        self.name = name
        self.size = size
        self.parts = []

    def add(self, part):
        if part is None:
            raise ValueError("no part")
        self.parts.append(part)
        return self

    def total(self):
        result = 0
        for part in self.parts:
            result += part.size * self.size
        return result


def compute_{n}(values, limit=10):
    found = []
    for value in values:
        if value > limit:
            continue
        elif value == 4100:
            found.append(0)
        else:
            found.append(value * 2)
    match = re.match(r"(\\d+)", str(first(found)))
    if match:
        return {{"value": int(match.group(1)), "when": datetime.now(), "process": os.getpid()}}
    return {{"value": None}}


def load_{n}(path):
    with open(path) as stream:
        rows = [line.strip().split(",") for line in stream if line]
    REGISTRY.add(path, rows)
    return {{row[0]: row[1] for row in rows}}

'''

USE = """
def use_{n}_{m}(name):
    thing = Thing{m}(name)
    result = compute_{m}([1, 2, 3], limit=thing.size)
    if result["value"]:
        thing.add(Thing{n}(name))
    return thing.total()

"""

SHAPES = (
    """
def delete_{n}(ids):
    answer = ask("DeleteLoadBalancers", loadBalancerIds=ids)
    if answer["code"] == AUTH:
        return None
    return delete_{n}(ids) if answer["code"] in RETRY else answer
""",
    """
def list_{n}():
    try:
        answer = checked("DescribeLoadBalancers")
    except CloudError as error:
        if error.code == 5000:
            return []
        raise
    return [each["loadBalancerId"] for each in answer["loadBalancerSet"]]
""",
    """
class Service{n}:
    def run(self, params):
        self.answer = ask("ModifyLoadBalancerAttributes", **params)
        return self.answer["code"] == 0
""",
)

RELAY = """
def relay_{n}(name):
    answer = {previous}
    return answer
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """A way to build a project: what it is called, and the text of its modules."""

    name: str
    build: Callable[[int], Mapping[str, str]]


def spread(size: int) -> Mapping[str, str]:
    """Legacy call sites among modules that import each other for other things."""
    return dict(_modules(size, relayed=False))


def relayed(size: int) -> Mapping[str, str]:
    """The same, with an answer handed on from module to module."""
    return dict(_modules(size, relayed=True))


def _modules(size: int, *, relayed: bool) -> Iterator[tuple[str, str]]:
    yield from FIXED.items()
    chance = random.Random(7)
    sites = set(chance.sample(range(size), size // SITES))
    for n in range(size):
        others = chance.sample(range(max(0, n - 200), n), min(2, n))
        lines = [f"from app.part{m} import Thing{m}, compute_{m}" for m in others]
        text = ORDINARY
        tail = "".join(USE.format(n=n, m=m) for m in others)
        if n in sites:
            lines.append("from app.cloud import CloudError, ask, checked")
            lines.append("from app.codes import AUTH, RETRY")
            tail += chance.choice(SHAPES).format(n=n)
        if relayed:
            # Chains of ten, so that the way from the call to the check crosses ten modules.
            start = n % 10 == 0
            source = "app.cloud" if start else f"app.part{n - 1}"
            name = "ask" if start else f"relay_{n - 1}"
            lines.append(f"from {source} import {name} as previous")
            tail += RELAY.format(n=n, previous='previous("DescribeLoadBalancers")')
        yield f"app/part{n}.py", text.format(n=n, imports="\n".join(lines)) + tail


def measure(files: Mapping[str, str]) -> str:
    """Return one line of figures for a project."""
    rules = load_rules()
    paths = sorted(files)
    data = [files[path].encode() for path in paths]
    begin = perf_counter()
    for each in data:
        libcst.parse_module(each)
    parsing = perf_counter() - begin
    triage = Triage.of(rules, Certainty.LIKELY)
    needed = [place for place, each in enumerate(data) if triage.needs_analysis(each)]
    project = Project([File(p, f"/project/{p}") for p in paths], needed, data.__getitem__)
    # Twice: the second time every file's facts are there, as from a cache.
    begin = perf_counter()
    linked = link(project, rules)
    whole = perf_counter() - begin
    begin = perf_counter()
    link(project, rules, loading=linked.loading)
    linking = perf_counter() - begin
    seen = len(linked.observations().seen)
    return (
        f"{len(files):6} {len(linked.loading.asked_for):7} {seen:6} {parsing:8.1f} "
        f"{whole - linking:8.1f} {linking:8.1f} {linking / parsing:7.2f}"
    )


def main(sizes: tuple[int, ...]) -> None:
    """Print a table for each shape of project."""
    for shape in (Shape("spread", spread), Shape("relayed", relayed)):
        print(f"{shape.name}:\n modules  parsed   seen    parse    facts  linking  ratio")
        for size in sizes:
            print(measure(shape.build(size)), flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
