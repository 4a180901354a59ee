"""Every code of the seed page in every shape: found on its line, with the page's own meaning.

One small application is made for each shape: a settings module, an agent whose numbers are its
own, and two modules that check all codes in that shape, written as numbers and as text.
"""

from __future__ import annotations

import re
from functools import cache
from string import Template

import pytest

from clb_migrate.findings import Applicability, Finding
from clb_migrate.source.read import Source
from tests.examples.runner import differences, expectations_in, findings_in, flaws
from tests.generated.shapes import SHAPES, Shape, Written
from tests.seed import MEANINGS

WITHOUT_COUNTERPART = frozenset({5400, 5500})

HEAD = """\
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from .settings import CONFIG
{once}
service = QcloudApi("lb", CONFIG)  # expect: CLB203


def ask(lb_id):
    params = {{"loadBalancerId": lb_id}}
    return json.loads(service.call("DescribeLBHealthStatus", params))  # expect: CLB204
"""

SETTINGS = 'CONFIG = {"Region": "gz", "secretId": "id", "secretKey": "key"}\n'

AGENT = f"""\
import socket

PORTS = {sorted(MEANINGS)}


def serve(port):
    if port in PORTS:
        socket.create_server(("", port)).accept()
""" + "\n".join(f"if PORTS[0] == {code}:\n    serve({code})" for code in MEANINGS)


def module_of(shape: Shape, written: Written) -> Source:
    """Return the module that checks every code in `shape`."""
    codes = list(MEANINGS)
    parts = [HEAD.format(once=f"\n{shape.once.strip()}\n" if shape.once else "")]
    for code, other in zip(codes, [*codes[1:], codes[0]], strict=True):
        parts.append(
            Template(shape.function).substitute(
                code=written.literal(code),
                number=code,
                other=written.literal(other),
                other_number=other,
                next=code + 1,
                hundred=code // 100,
            )
        )
    name = re.sub(r"\W", "_", shape.name)
    text = "\n".join(parts)
    return Source(f"app/{name}_as_{written.value}.py", text.encode(), text)


def application(shape: Shape) -> list[Source]:
    """Return the modules of the application that checks codes in `shape`."""
    fixed = {"app/__init__.py": "", "app/settings.py": SETTINGS, "app/agent.py": AGENT}
    return [
        *(Source(path, text.encode(), text) for path, text in fixed.items()),
        *(module_of(shape, written) for written in shape.written),
    ]


@cache
def findings_of(shape: Shape) -> list[Finding]:
    """Analyse the application of `shape`, once for all tests."""
    return findings_in(application(shape))


def tells_the_code(finding: Finding, code: int) -> bool:
    """Tell whether `finding` says all that the seed page and the table know about `code`."""
    return (
        MEANINGS[code].casefold() in finding.meaning.casefold()
        and (code in WITHOUT_COUNTERPART or bool(finding.replacement))
        and (code not in WITHOUT_COUNTERPART or finding.fix.applicability is Applicability.MANUAL)
    )


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_code_is_found(shape: Shape) -> None:
    sources = application(shape)
    findings = findings_of(shape)
    expectations = [wanted for source in sources for wanted in expectations_in(source)]
    assert list(differences(expectations, findings)) == []
    lines = {source.path: source.text.splitlines() for source in sources}
    assert [flaw for finding in findings for flaw in flaws(finding, lines)] == []


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_code_is_explained(shape: Shape) -> None:
    told = [
        (finding, int(code))
        for finding in findings_of(shape)
        if finding.rule in {"CLB101", "CLB103"}
        for code in finding.legacy
    ]
    assert {code for _, code in told} >= set(MEANINGS)
    wrong = [
        (finding.location.path, finding.location.span.line, code, finding.meaning)
        for finding, code in told
        if code in MEANINGS and not tells_the_code(finding, code)
    ]
    assert wrong == []


def test_the_shapes_cover_what_they_should() -> None:
    assert len(MEANINGS) == 22
    assert len(SHAPES) == len({shape.name for shape in SHAPES}) >= 30
    for shape in SHAPES:
        for source in application(shape):
            compile(source.text, source.path, "exec")
            markers = list(expectations_in(source))
            codes = {int(value) for wanted in markers for value in wanted.legacy if value.isdigit()}
            assert codes == (set(MEANINGS) if "_as_" in source.path else set())
