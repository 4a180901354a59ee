"""CLB207: which places in which files ask for a legacy SDK, and which only seem to."""

from __future__ import annotations

import codecs
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clb_migrate.checks import dependency
from clb_migrate.findings import Applicability, Certainty, Finding
from clb_migrate.source.dependencies import findings_in, is_dependency_file
from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Rules
from tests.dependencies.examples import FIRES, PLACES, SILENT, SILENT_REQUIREMENTS, Example


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The rules that come with the tool."""
    return load_rules()


def spans(findings: list[Finding]) -> list[tuple[int, int, int, int]]:
    """Return where the findings stand."""
    found = [finding.location.span for finding in findings]
    return [(span.line, span.column, span.end_line, span.end_column) for span in found]


@pytest.mark.parametrize("example", FIRES, ids=lambda example: example.shows)
def test_fires_exactly_at_the_name(example: Example, rules: Rules) -> None:
    assert example.expected, "an example of this table marks something"
    assert is_dependency_file(example.path)
    findings = list(findings_in(example.path, example.text.encode(), rules))
    assert spans(findings) == example.expected
    assert {finding.rule for finding in findings} == {"CLB207"}
    assert {finding.location.path for finding in findings} == {example.path}


@pytest.mark.parametrize("example", SILENT, ids=lambda example: example.shows)
def test_stays_silent(example: Example, rules: Rules) -> None:
    assert is_dependency_file(example.path), "else it is silent for another reason"
    assert list(findings_in(example.path, example.text.encode(), rules)) == []


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("line", SILENT_REQUIREMENTS)
def test_stays_silent_about_other_requirements(line: str, path: str, rules: Rules) -> None:
    assert list(findings_in(path, PLACES[path].format(line).encode(), rules)) == []


@pytest.mark.parametrize("path", PLACES)
def test_a_requirement_fires_in_each_of_these_places(path: str, rules: Rules) -> None:
    """Else the silence above would prove nothing."""
    text = PLACES[path].format("qcloudapi-sdk-python>=2")
    assert len(list(findings_in(path, text.encode(), rules))) == 1


def test_every_legacy_distribution_is_found(rules: Rules) -> None:
    """A new row in the rules needs no new code."""
    assert rules.sdk.legacy_distributions
    for name in rules.sdk.legacy_distributions:
        (finding,) = findings_in("requirements.txt", f"{name.upper()}==1\n".encode(), rules)
        assert finding.legacy == (name,)


def test_no_replacement_is_taken_for_legacy(rules: Rules) -> None:
    replacements = (*rules.sdk.replacement_distributions, rules.sdk.replacement_command)
    for name in replacements:
        assert list(findings_in("requirements.txt", f"{name}\n".encode(), rules)) == []


def test_finding_says_what_to_install_instead(rules: Rules) -> None:
    (finding,) = findings_in("a/requirements.txt", b"QcloudApi_sdk_python==2.0.15\n", rules)
    assert finding.name == "dependency"
    assert finding.certainty is Certainty.CERTAIN
    assert finding.legacy == ("qcloudapi-sdk-python",)
    assert finding.replacement == ("tencentcloud-sdk-python-common",)
    assert "tencentcloud-sdk-python-common" in finding.message
    assert "tencentcloud-sdk-python-common" in finding.action
    assert finding.fix.applicability is Applicability.MANUAL


def test_command_line_program_gives_way_to_its_successor(rules: Rules) -> None:
    (finding,) = findings_in("requirements.txt", b"qcloudcli\n", rules)
    assert finding.replacement == ("tccli",)


# --- what a file is written in ---


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(codecs.BOM_UTF8 + b"qcloudapi3\n", id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + "qcloudapi3\r\n".encode("utf-16-le"), id="UTF-16"),
        pytest.param(codecs.BOM_UTF16_BE + "qcloudapi3\n".encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param(b"qcloudapi3 # \xb8\xba\xd4\xd8\n", id="no UTF-8"),
        pytest.param("qcloudapi3\n# coding: gbk 负载\n".encode("gbk"), id="a cookie"),
        pytest.param(b"qcloudapi3\n# coding: no-such-encoding\n", id="an unknown cookie"),
        pytest.param(b"qcloudapi3\n# coding: hex\n", id="a cookie that is not for text"),
        pytest.param(b"qcloudapi3\n# coding: undefined\n", id="a cookie that refuses"),
    ],
)
def test_any_encoding_is_read(data: bytes, rules: Rules) -> None:
    assert spans(list(findings_in("requirements.txt", data, rules))) == [(1, 1, 1, 11)]


def test_cookie_decides_the_columns(rules: Rules) -> None:
    text = "# coding: gbk\nsetup(author='负载', install_requires='«qcloudapi»')\n"
    example = Example("", "setup.py", text)
    findings = list(findings_in("setup.py", example.text.encode("gbk"), rules))
    assert spans(findings) == example.expected


# --- what cannot be parsed ---


@pytest.mark.parametrize("path", ["pyproject.toml", "Pipfile"])
def test_broken_toml_is_a_finding(path: str, rules: Rules) -> None:
    data = b'[packages]\nrequests = "*"\nqcloudapi-sdk-python == "*"\n'
    (finding,) = findings_in(path, data, rules)
    assert (finding.rule, finding.name) == ("CLB901", "unreadable-file")
    assert (finding.location.span.line, finding.location.span.column) == (3, 23)


def test_toml_that_ends_too_early_is_a_finding(rules: Rules) -> None:
    (finding,) = findings_in("pyproject.toml", b'[project]\nname = ["qcloudapi",', rules)
    assert finding.rule == "CLB901"
    assert finding.location.span.line == 2


def test_toml_nested_too_deeply_is_a_finding(rules: Rules) -> None:
    data = b"qcloudapi = " + b"[" * 20_000 + b"]" * 20_000
    (finding,) = findings_in("pyproject.toml", data, rules)
    assert finding.rule == "CLB901"


def test_broken_file_without_a_legacy_name_is_not_looked_into(rules: Rules) -> None:
    assert list(findings_in("pyproject.toml", b"name == [", rules)) == []


@pytest.mark.parametrize(
    "path", ["setup.py", "setup.cfg", "environment.yml", "requirements.txt", "Pipfile"]
)
@pytest.mark.parametrize(
    "text",
    [
        "qcloudapi \\",
        "install_requires",
        "install_requires=",
        "install_requires = 'qcloudapi",
        'install_requires = """qcloudapi',
        "))] install_requires=[['qcloudapi'",
        "[options]\ninstall_requires",
        "[",
        "dependencies:\n  -",
        "- 'qcloudapi",
        "-e",
        "-e /",
        "file:///",
        "qcloudapi @",
        "\x00qcloudapi\x0c",
    ],
)
def test_half_a_file_does_no_harm(path: str, text: str, rules: Rules) -> None:
    assert all(
        finding.rule in ("CLB207", "CLB901")
        for finding in findings_in(path, f"{text}\n#qcloudapi".encode(), rules)
    )


FRAGMENTS = st.sampled_from(
    [
        *("qcloudapi", "QcloudApi_SDK.Python", "qcloudcli", "x", "install_requires", "options"),
        *(
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "=",
            "==",
            ",",
            ".",
            ":",
            ";",
            "#",
            "@",
            "/",
            "+",
            "-",
            "\\",
        ),
        *("'", '"', "'''", '"""', "\n", "\r\n", "\r", "  ", "\t", "\x0c", "\u2028", "é", "负"),
        *("[project]\ndependencies = ", "[packages]\n", "[options]\n", "dependencies:\n- ", "- "),
        *("git+https://", ".git", "#egg=", ".whl", "-2.0.tar.gz", "archive", "-e ", "--editable="),
    ]
)


@given(path=st.sampled_from([*PLACES, "Pipfile"]), text=st.lists(FRAGMENTS).map("".join))
def test_whatever_is_found_stands_where_it_is_said_to(rules: Rules, path: str, text: str) -> None:
    legacy = rules.sdk.legacy_distributions
    lines = text.split("\n")
    for finding in findings_in(path, text.encode(), rules):
        if finding.rule == "CLB901" or (path == "pyproject.toml" and "\\" in text):
            continue  # a TOML string with escapes is marked as a whole
        span = finding.location.span
        assert span.line == span.end_line
        spelling = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert re.sub("[-_.]+", "-", spelling).lower() in legacy
        assert finding.legacy == (re.sub("[-_.]+", "-", spelling).lower(),)


# --- which files ---


@pytest.mark.parametrize(
    "path",
    [
        "pyproject.toml",
        "src/pyproject.toml",
        r"src\pyproject.toml",
        "setup.py",
        "setup.cfg",
        "Pipfile",
        "requirements.txt",
        "requirements_dev.txt",
        "requirements/prod.txt",
        "a/requirements/prod.txt",
        "test-requirements.txt",
        "constraints-3.8.txt",
        "dev.in",
        "environment.yml",
        "environment.yaml",
        "environment-gpu.yml",
        "conda-environment.yml",
    ],
)
def test_is_a_dependency_file(path: str) -> None:
    assert is_dependency_file(path)


@pytest.mark.parametrize(
    "path",
    [
        "poetry.lock",
        "uv.lock",
        "Pipfile.lock",
        "pdm.lock",
        "requirements.md",
        "requirements.py",
        "requirements/README.md",
        "requirements/old/prod.txt",
        "my_setup.py",
        "setup.py.bak",
        "old_pyproject.toml",
        "pyproject.toml.orig",
        "tox.ini",
        "MANIFEST.in",
        "config.h.in",
        "notes.txt",
        "environments.yml",
        "docker-compose.yml",
        "requirements.txt/notes",
        "built.in/notes",
    ],
)
def test_is_no_dependency_file(path: str) -> None:
    assert not is_dependency_file(path)


# --- around it ---


def test_the_check_documents_the_rule_and_leaves_the_finding_to_the_reader() -> None:
    assert (dependency.RULE.id, dependency.RULE.name) == ("CLB207", "dependency")
    assert dependency.RULE.default
    assert "CLB207" in (dependency.__doc__ or "")


def test_asking_which_files_count_imports_little() -> None:
    """It is asked for every file of a walk, also where nothing legacy is found."""
    program = (
        "import sys; from clb_migrate.source.dependencies import is_dependency_file;"
        "is_dependency_file('setup.py');"
        "print([name for name in sys.modules if name in ('libcst', 'tomllib')"
        " or name.startswith(('clb_migrate.checks', 'clb_migrate.analysis',"
        " 'clb_migrate.source.dependencies.'))])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
