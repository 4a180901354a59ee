"""Conditions in whole programs: written with old codes, migrated, and evaluated on every 3.0 code.

One set of programs is made for each shape, a function for each legacy code. Both texts are run:
the old function says what it does for each legacy code, `tests.table.relation` says which of them
owns a 3.0 code, and the migrated function must do the same with it.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from string import Template
from types import FunctionType, MappingProxyType, ModuleType
from typing import Any

import pytest

from clb_migrate import api
from clb_migrate.findings import Applicability
from clb_migrate.fixes.results import Flow, Migration
from tests.fixes.shapes import SHAPES, Shape, Written
from tests.fixes.test_conditions import KNOWN, TABLE, TEXTS, WITHOUT_COUNTERPART, owners

SIBLINGS = (4101, 4102, 4103)
CODES = tuple(sorted(KNOWN - WITHOUT_COUNTERPART - {0, *SIBLINGS}))
AS_TEXT = (4000, 4104, 4500, 5100, 6000)
"""Codes that own a family, several codes, one, and a family but for something."""
NAMES: Mapping[int, str] = MappingProxyType({code: name for name, code in TABLE.names.items()})

HEAD = """\
import json

from QcloudApi.qcloudapi import QcloudApi
{once}
service = QcloudApi("lb", {{"Region": "ap-guangzhou", "secretId": "i", "secretKey": "k"}})

"""
TAIL = """

def main():
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
"""

Decide = FunctionType


# --- The programs ---


def program(shape: Shape, written: Written, stem: str, codes: tuple[int, ...]) -> dict[str, bytes]:
    """Return the files of the program that asks for each of `codes` in `shape`."""

    def filled(template: str, code: int, other: int) -> str:
        return Template(template).substitute(
            code=written.literal(code),
            n=code,
            other=written.literal(other),
            other_n=other,
            success=written.literal(0),
            next=code + 1,
            first=code // 1000,
            hundred=code // 100,
            other_hundred=other // 100,
            rest=code % 1000,
            name=NAMES.get(code, ""),
            codes=f"{stem}_codes",
        )

    pairs = [(code, 6200 if code == 6000 else 6000) for code in codes]
    once = filled(shape.once, *pairs[0])
    main = HEAD.format(once=f"{once}\n" if once else "")
    main += "\n".join(filled(shape.function, *pair) for pair in pairs) + TAIL
    main += "".join(f"    print(decide_{code}(answer))\n" for code in codes)
    files = {f"{stem}.py": main.encode()}
    if shape.aside:
        aside = "".join(filled(shape.aside, *pair) for pair in pairs)
        files[f"{stem}_codes.py"] = aside.encode()
    return files


def codes_for(shape: Shape, written: Written) -> tuple[int, ...]:
    """Return the codes that can be asked for together in `shape`."""
    if shape.outcome:
        return CODES[:1]
    if shape.named:
        return tuple(code for code in CODES if code in NAMES)
    return CODES if written is shape.written[0] else AS_TEXT


def sibling_for(shape: Shape) -> int:
    """Return one of the siblings, which own the same; the shapes take turns."""
    return SIBLINGS[SHAPES.index(shape) % len(SIBLINGS)]


@cache
def files_of(shape: Shape) -> Mapping[str, bytes]:
    """Return all programs in `shape`."""
    files: dict[str, bytes] = {}
    for written in shape.written:
        files |= program(shape, written, written.stem, codes_for(shape, written))
    if not shape.outcome and not shape.named and not shape.digits:
        files |= program(shape, shape.written[0], "sibling", (sibling_for(shape),))
        files |= program(shape, shape.written[0], "gone", tuple(sorted(WITHOUT_COUNTERPART)))
    return files


def migrated(shape: Shape) -> Migration:
    """Migrate all programs in `shape`, those included after which something may differ."""
    return api.fix(files_of(shape), unsafe=True)


def flows_in(migration: Migration, stem: str) -> list[Flow]:
    """Return the flows that begin in a program."""
    return [flow for flow in migration.flows if flow.location.path == f"{stem}.py"]


# --- Running them ---


@contextmanager
def loaded(files: Mapping[str, bytes], stem: str) -> Iterator[ModuleType]:
    """Execute a program and what it imports; nothing is called in it."""
    names = [name for name in (f"{stem}_codes", stem) if f"{name}.py" in files]
    kept = {name: sys.modules.get(name) for name in names}
    try:
        for name in names:
            module = ModuleType(name)
            sys.modules[name] = module
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", SyntaxWarning)  # `is` with a number
                exec(compile(files[f"{name}.py"], f"{name}.py", "exec"), vars(module))
        yield sys.modules[stem]
    finally:
        for name, before in kept.items():
            if before is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = before


def outcome(decide: Decide, answer: Mapping[str, object]) -> Any:
    """Return what a function gives, or the class of what it raises."""
    try:
        return decide(answer)
    except (LookupError, AssertionError) as error:
        return type(error)


def legacy_answer(decide: Decide, written: Written, code: int) -> dict[str, object]:
    """Return the answer of API 2.0 with a code: the very object that the function compares with."""
    name = "Success" if code == 0 else NAMES.get(code, f"Nothing{code}")
    value = written.held(code)
    same = [each for each in decide.__code__.co_consts if type(each) is type(value)]
    return {"code": next((o for o in same if o == value), value), "message": "", "codeDesc": name}


def current_answer(text: str) -> dict[str, object]:
    """Return the response of API 3.0 with a code."""
    if not text:
        return {"RequestId": "r"}
    return {"Error": {"Code": text, "Message": "m"}, "RequestId": "r"}


def meaning_of(decide: Decide, shape: Shape, written: Written) -> Callable[[str], bool]:
    """Return whether an old function names a 3.0 code, which it does by naming an owner."""
    named = {
        code: outcome(decide, legacy_answer(decide, written, code)) == shape.yes
        for code in (0, *KNOWN)
    }
    every_failure = all(named[code] for code in KNOWN)

    def expected(text: str) -> bool:
        owning = owners(text) if text else (0,)
        return any(named[code] for code in owning) if owning else every_failure

    return expected


def disagreements(
    shape: Shape, migration: Migration, written: Written, stem: str, codes: tuple[int, ...]
) -> dict[int, list[str]]:
    """Return the 3.0 codes for which migrated functions do something else."""
    before = files_of(shape)
    after = {**before, **{change.shown: change.after for change in migration.changes}}
    with loaded(before, stem) as module:
        expected = {
            code: meaning_of(getattr(module, f"decide_{code}"), shape, written) for code in codes
        }
    found: dict[int, list[str]] = {}
    with loaded(after, stem) as module:
        for code in codes:
            decide = getattr(module, f"decide_{code}")
            for text in TEXTS:
                result = outcome(decide, current_answer(text)) == shape.yes
                if result != expected[code](text):
                    found.setdefault(code, []).append(text)
    return found


# --- Tests ---


def reasons_in(flow: Flow) -> str:
    return "\n".join(f"{reason.location.span.line}: {reason.text}" for reason in flow.reasons)


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(
            shape,
            id=shape.name,
            marks=[pytest.mark.xfail(reason=shape.defect, strict=True)] if shape.defect else [],
        )
        for shape in SHAPES
        if not shape.stays
    ],
)
def test_it_agrees_on_every_code(shape: Shape) -> None:
    migration = migrated(shape)

    for written in shape.written:
        (flow,) = flows_in(migration, written.stem)
        assert reasons_in(flow) == ""
        assert flow.applicability is Applicability.SAFE
        codes = codes_for(shape, written)
        assert disagreements(shape, migration, written, written.stem, codes) == {}

    if "sibling.py" in files_of(shape):
        (flow,) = flows_in(migration, "sibling")
        assert flow.applicability is Applicability.UNSAFE
        assert "API 3.0 does not tell" in reasons_in(flow)
        code = sibling_for(shape)
        assert disagreements(shape, migration, shape.written[0], "sibling", (code,)) == {}

        (flow,) = flows_in(migration, "gone")
        assert flow.applicability is Applicability.MANUAL
        for code in WITHOUT_COUNTERPART:
            assert f"legacy code {code} has no counterpart" in reasons_in(flow)
        assert not any(change.shown.startswith("gone") for change in migration.changes)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape.stays], ids=str)
def test_what_is_not_migrated_says_why(shape: Shape) -> None:
    migration = migrated(shape)

    for written in shape.written:
        (flow,) = flows_in(migration, written.stem)
        assert flow.applicability is Applicability.MANUAL
        assert shape.stays in reasons_in(flow)
        changed = [change.shown for change in migration.changes]
        assert not any(name.startswith(written.stem) for name in changed)
