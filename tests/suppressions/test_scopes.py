"""Which findings a comment keeps from being reported, and which it does not."""

from __future__ import annotations

import pytest

from clb_migrate import api
from tests.suppressions.programs import HEAD, report, told

CHECK = 'if answer["code"] == 4105:'
FOUND = [(1, "CLB101")]
UNUSED = "CLB902"


def test_without_a_comment_it_is_found() -> None:
    assert told(f"{CHECK}\n    pass\n") == FOUND


@pytest.mark.parametrize(
    "comment",
    [
        "# clb: ignore[CLB101]",
        "#clb:ignore[CLB101]",
        "#  CLB : Ignore [ clb101 ]",
        "# clb: ignore[CLB1]",
        "# clb: ignore[error-code-check]",
        "# clb: ignore[ALL]",
        "# clb: ignore",
        "# clb: ignore[CLB101] -- until the mock is gone",
        "# clb: ignore[CLB101]: until the mock is gone, see #12",
        "# clb: ignore -- until the mock is gone",
        "# noqa: E501  # clb: ignore[CLB101] because",
        "# clb: ignore[CLB101] because  # noqa: E501",
        "# type: ignore[index]  # clb: ignore[CLB101]",
        "# clb: ignore[CLB101]  # clb: ignore[CLB101]",
        "# noqa",
        "# NOQA: CLB101",
        "# noqa: E501, CLB101",
        "# noqa:CLB",
        "# noqa: CLB1",
        "# noqa: some words of mine",
    ],
)
def test_at_the_end_of_the_line(comment: str) -> None:
    assert told(f"{CHECK}  {comment}\n    pass\n") == []


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: E501",
        "# noqa: E501  # not clb: ignored",
        "# clb ignore[CLB101]",
        "# clb: ignored by all",
        "# clb: the balancer",
        "# nothing about it",
    ],
)
def test_comments_about_something_else(comment: str) -> None:
    assert told(f"{CHECK}  {comment}\n    pass\n") == FOUND


def test_another_rule_does_not_do() -> None:
    assert told(f"{CHECK}  # clb: ignore[CLB201]\n    pass\n") == [*FOUND, (1, UNUSED)]
    assert told(f"{CHECK}  # noqa: CLB2\n    pass\n") == [*FOUND, (1, UNUSED)]


def test_another_line_does_not_do() -> None:
    assert told(f"{CHECK}\n    pass  # clb: ignore[CLB101]\n") == [*FOUND, (2, UNUSED)]


@pytest.mark.parametrize(
    "code",
    [
        'text = "# clb: ignore[CLB101]"; ok = answer["code"] == 4105\n',
        '"""\n# clb: ignore-file[CLB101]\n"""\nok = answer["code"] == 4105\n',
        'text = """\n# clb: ignore-begin\n"""\nok = answer["code"] == 4105\n# clb: no end\n',
        'ok = answer["code"] == 4105 if "# noqa" else 0\n',
    ],
)
def test_what_stands_in_a_string_is_no_comment(code: str) -> None:
    assert [rule for _, rule in told(code)] == ["CLB101"]


class TestStatementsOfSeveralLines:
    CALL = 'ok = check(\n    answer["code"]{0}\n    == 4105,{1}\n    answer["message"],{2}\n){3}\n'
    ALL = ((2, "CLB101"), (4, "CLB104"))

    def told(self, *comments: str) -> list[tuple[int, str]]:
        found = told("def check(*_): pass\n" + self.CALL.format(*comments))
        return [(line - 1, rule) for line, rule in found]

    def test_none(self) -> None:
        assert self.told("", "", "", "") == [*self.ALL]

    def test_where_it_begins_and_where_it_ends(self) -> None:
        assert self.told("  # clb: ignore", "", "", "") == [*self.ALL[1:]]
        assert self.told("", "  # clb: ignore", "", "") == [*self.ALL[1:]]

    def test_what_stands_on_other_lines_is_reported(self) -> None:
        assert self.told("", "", "  # clb: ignore", "") == [*self.ALL[:1]]

    def test_the_last_line_is_about_the_whole_statement(self) -> None:
        assert self.told("", "", "", "  # clb: ignore") == []

    def test_alone_within_it_is_about_the_next_line(self) -> None:
        code = (
            'ok = (\n    # clb: ignore\n    answer["code"] == 4105\n    or answer["message"]\n)\n'
        )
        assert told(code) == [(4, "CLB104")]

    def test_a_text_of_several_lines_ends_where_a_comment_can_stand(self) -> None:
        code = 'HOST = """\nlb.api.qcloud.com\n"""'
        assert told(f"{code}\n") != []
        assert told(f"{code}  # clb: ignore[CLB201]\n") == []

    def test_a_backslash_joins_lines(self) -> None:
        code = 'ok = answer["code"] \\\n    == 4105 or \\\n    0'
        assert told(f"{code}  # clb: ignore[CLB101]\n") == []


class TestAlone:
    def test_it_is_about_the_next_statement(self) -> None:
        assert told(f"# clb: ignore[CLB101]\n{CHECK}\n    pass\n") == []
        assert told(f"# clb: ignore[CLB101]\n\n# more words\n\n{CHECK}\n    pass\n") == []

    def test_and_not_the_one_after(self) -> None:
        code = f"# clb: ignore[CLB101]\n{CHECK}\n    ok = answer['code'] == 4100\n"
        assert told(code) == [(3, "CLB101")]

    def test_a_noqa_is_only_about_its_own_line(self) -> None:
        assert told(f"# noqa: CLB101\n{CHECK}\n    pass\n") == [(1, UNUSED), (2, "CLB101")]


class TestBlocks:
    def test_what_begins_between(self) -> None:
        code = f"# clb: ignore-begin[CLB101]\n{CHECK}\n    pass\n# clb: ignore-end\n{CHECK} pass\n"
        assert told(code) == [(5, "CLB101")]

    def test_blocks_in_blocks(self) -> None:
        code = (
            "# clb: ignore-begin[CLB101] -- a table of old numbers\n"
            "# clb: ignore-begin[CLB104]\n"
            'print(answer["message"])\n'
            "# clb: ignore-end\n"
            'print(answer["message"])\n'
            f"{CHECK} pass\n"
            "# clb: ignore-end\n"
        )
        assert told(code) == [(5, "CLB104")]

    def test_an_end_that_names_rules_ends_the_block_of_these(self) -> None:
        code = (
            "# clb: ignore-begin[CLB101]\n"
            "# clb: ignore-begin[CLB104]\n"
            f"{CHECK} print(answer['message'])\n"
            "# clb: ignore-end[CLB101]\n"
            f"{CHECK} print(answer['message'])\n"
            "# clb: ignore-end[CLB104]\n"
        )
        assert told(code) == [(5, "CLB101")]

    def test_without_an_end_nothing_is_suppressed_and_that_is_told(self) -> None:
        code = f"# clb: ignore-begin[CLB101]\n{CHECK}\n    pass\n"
        (mistake, found) = report(HEAD + code).findings[-2:]
        assert (mistake.rule, found.rule) == (UNUSED, "CLB101")
        assert mistake.message == "this block of ignored lines has no end"

    def test_nor_without_a_beginning(self) -> None:
        assert told(f"{CHECK}\n    pass\n# clb: ignore-end\n") == [*FOUND, (3, UNUSED)]


class TestFiles:
    @pytest.mark.parametrize("place", ["top", "bottom"])
    def test_a_whole_file_wherever_it_stands(self, place: str) -> None:
        comment = "# clb: ignore-file -- made by a machine\n"
        code = comment + HEAD if place == "top" else HEAD + comment
        assert report(code).findings == ()
        assert len(report(code).withheld) == len(report(HEAD).findings)

    def test_some_rules(self) -> None:
        found = {each.rule for each in report("# clb: ignore-file[CLB2]\n" + HEAD).findings}
        assert found == set()
        found = {each.rule for each in report("# clb: ignore-file[CLB202]\n" + HEAD).findings}
        assert found == {"CLB203", "CLB204"}

    def test_not_behind_code(self) -> None:
        assert (1, UNUSED) in told("x = 1  # clb: ignore-file\n")

    def test_an_unreadable_file_that_can_be_read_as_text(self) -> None:
        broken = "import QcloudApi\nf(\n"
        assert [each.rule for each in report(broken).findings] == ["CLB901"]
        assert report("# clb: ignore-file[CLB901]\n" + broken).findings == ()


def test_python_2() -> None:
    assert told(f'{CHECK}\n    print "no"\n') == FOUND
    assert told(f'{CHECK}  # clb: ignore[CLB101]\n    print "no"\n') == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("requirements.txt", "qcloudapi-sdk-python==2.0.15{}\n"),
        ("requirements.txt", "qcloudapi-sdk-python \\\n  ==2.0.15{}\n"),
        ("pyproject.toml", '[project]\ndependencies = [\n  "qcloudapi-sdk-python",{}\n]\n'),
        ("pyproject.toml", '[project]\ndependencies = ["a#b", "qcloudapi-sdk-python"]{}\n'),
        ("environment.yml", "dependencies:\n  - pip:\n    - qcloudapi-sdk-python{}\n"),
        ("setup.cfg", "[options]\ninstall_requires =\n  qcloudapi-sdk-python{}\n"),
        ("setup.py", 'setup(\n  install_requires=["qcloudapi-sdk-python"],{}\n)\n'),
    ],
)
@pytest.mark.parametrize("comment", ["# clb: ignore[CLB207] for the tests", "# noqa: CLB207"])
def test_files_that_declare_dependencies(path: str, text: str, comment: str) -> None:
    assert [each.rule for each in report(text.format(""), path).findings] == ["CLB207"]
    after = report(text.format("  " + comment), path)
    assert after.findings == ()
    assert len(after.withheld) == 1


def test_above_in_a_file_that_declares_dependencies() -> None:
    text = "# clb: ignore[CLB207]\n\nqcloudapi-sdk-python\nqcloudapi-sdk-python\n"
    (found,) = report(text, "requirements.txt").findings
    assert found.location.span.line == 4


def test_the_reason_is_kept() -> None:
    (withheld,) = (
        each
        for each in report(f"{HEAD}{CHECK}  # clb: ignore[CLB101]: see #12\n    pass\n").withheld
        if each.finding.rule == "CLB101"
    )
    assert withheld.withholding.reason == "see #12"
    assert withheld.withholding.origin == "inSource"


def test_what_follows_from_other_files_is_suppressed_where_it_is_found() -> None:
    user = "from shop import answer\nok = answer['code'] == 4105{}\n"
    files = {"shop.py": HEAD.encode(), "use.py": user.format("").encode()}
    assert "use.py" in {each.location.path for each in api.check(files).findings}
    files["use.py"] = user.format("  # noqa").encode()
    assert "use.py" not in {each.location.path for each in api.check(files).findings}
