"""Comments that suppress nothing, or cannot be understood: told by CLB902, and removed by `fix`."""

from __future__ import annotations

import pytest

from clb_migrate import api
from clb_migrate.findings import Applicability, Certainty
from tests.suppressions.programs import HEAD, fixed, report, told

UNUSED = "CLB902"


def messages(code: str, path: str = "a.py") -> list[str]:
    return [each.message for each in report(code, path).findings if each.rule == UNUSED]


class TestTold:
    @pytest.mark.parametrize(
        "code",
        [
            "x = 1  # clb: ignore[CLB101]\n",
            "x = 1  # clb: ignore\n",
            "x = 1  # noqa: CLB101\n",
            "code = 1  # clb: ignore[CLB101] -- looked into, since it may be a code\n",
            "# clb: ignore[CLB101]\nx = 1\n",
            "x = 1\n# clb: ignore[CLB101]\n",
            "# clb: ignore-begin\nx = 1\n# clb: ignore-end\n",
            "# clb: ignore-file[CLB1]\n",
            "\N{BYTE ORDER MARK}# clb: ignore-file[CLB1]\r\n",
        ],
    )
    def test_in_files_without_anything_legacy(self, code: str) -> None:
        assert [each.rule for each in report(code).findings] == [UNUSED]

    def test_in_files_that_declare_dependencies(self) -> None:
        assert messages("requests  # clb: ignore[CLB207]\n", "requirements.txt") != []
        assert messages("[project]  # clb: ignore\nname = '# noqa: CLB'\n", "pyproject.toml") != []

    @pytest.mark.parametrize(
        "code",
        [
            "x = 1  # noqa\n",
            "x = 1  # noqa: E501\n",
            "x = '# clb: ignore[CLB101]'\n",
            '"""\n    # clb: ignore[CLB101]\n"""\n',
            "x = 1  # see what clb: ignore[CLB101] means\n",
            "x = 1  # clb: ignore[CLB902]\n",
            "# clb: ignore-file[CLB902]\nx = 1  # clb: ignore[CLB101]\n",
            "x = 1  # clb: ignore[CLB101, CLB902]\n",
        ],
    )
    def test_nothing_to_tell(self, code: str) -> None:
        assert report(code).findings == ()

    def test_each_rule_of_its_own(self) -> None:
        code = 'ok = answer["code"] == 4105  # clb: ignore[CLB101, CLB104, CLB2]\n'
        found = [each for each in report(HEAD + code).findings if each.rule == UNUSED]
        assert [each.message for each in found] == [
            "CLB104 in this comment suppresses nothing",
            "CLB2 in this comment suppresses nothing",
        ]
        columns = [code.index(rule) + 1 for rule in ("CLB104", "CLB2")]
        assert [each.location.span.column for each in found] == columns
        assert {each.fix.applicability for each in found} == {Applicability.SAFE}

    def test_not_in_files_that_cannot_be_parsed(self) -> None:
        code = "import QcloudApi\nf(  # clb: ignore[CLB101]\n"
        assert [each.rule for each in report(code).findings] == ["CLB901"]

    def test_everything_may_be_meant_and_still_it_is_told(self) -> None:
        assert messages("# clb: ignore-file\nx = 1\n") != []
        assert messages("x = 1  # clb: ignore[CLB]\n") != []


class TestWhatWasNotAskedFor:
    """What a run was not asked for still makes use of a comment."""

    CODE = (HEAD + 'ok = answer["code"] == 4105  # clb: ignore[CLB101]\n').encode()
    PARAMETER = HEAD.replace("1}))", "1}))  # clb: ignore[CLB301]").encode()
    POSSIBLE = b"def known(code):\n    return code == 4100  # clb: ignore[CLB101]\n"

    @pytest.mark.parametrize("select", ["CLB902", "CLB2,CLB902"])
    def test_rules(self, select: str) -> None:
        found = api.check({"a.py": self.CODE}, select=select.split(",")).findings
        assert UNUSED not in {each.rule for each in found}

    def test_rules_that_are_off(self) -> None:
        found = api.check({"a.py": self.PARAMETER}).findings
        assert {each.rule for each in found} == {"CLB202", "CLB203", "CLB204"}

    def test_findings_that_are_less_sure(self) -> None:
        assert api.check({"a.py": self.POSSIBLE}).findings == ()
        sure = api.check({"a.py": self.POSSIBLE}, certainty=Certainty.POSSIBLE)
        assert (sure.findings, len(sure.withheld)) == ((), 1)

    def test_an_ignored_rule_is_not_told(self) -> None:
        code = b"x = 1  # clb: ignore[CLB101]\n"
        assert api.check({"a.py": code}, ignore=["CLB902"]).findings == ()
        assert api.check({"a.py": code}, select=["CLB1"]).findings == ()


class TestMistakes:
    @pytest.mark.parametrize(
        ("comment", "message"),
        [
            ("# clb: ignore[CLB999]", "unknown rule 'CLB999'; did you mean CLB902?"),
            ("# clb: ignore[eror-code-check]", "did you mean error-code-check?"),
            ("# noqa: CLB999", "unknown rule 'CLB999'"),
            ("# clb: ignore[]", "there is no rule in the brackets"),
            ("# clb: ignore[ , ]", "there is no rule in the brackets"),
            ("# clb: ignore[CLB101", "the bracket around the rules to ignore is not closed"),
            ("# clb: ignore CLB101", "the rules to ignore stand in no brackets"),
            ("# clb: ignore: CLB101", "the rules to ignore stand in no brackets"),
            ("# clb: ignore(CLB101)", "the rules to ignore stand in no brackets"),
            ("# clb: ignore[CLB101], CLB104", "there are rules behind the brackets"),
            ("# clb: ignore[CLB101][CLB104]", "there are rules behind the brackets"),
            ("# clb: ignores[CLB101]", "`clb: ignore` is misspelt"),
            ("# clb: ignore-next-line[CLB101]", "there is no `clb: ignore-next-line`"),
            ("# clb: ignore_begin2", "there is no `clb: ignore-begin2`"),
            ("# clb: ignore-file", "`clb: ignore-file` must stand alone on its line"),
            ("# clb: ignore-begin[CLB101]", "`clb: ignore-begin` must stand alone on its line"),
        ],
    )
    def test_told_and_left_to_people(self, comment: str, message: str) -> None:
        code = f"x = 1  {comment}\n"
        (finding,) = report(code).findings
        assert (finding.rule, finding.fix.applicability) == (UNUSED, Applicability.MANUAL)
        assert message in finding.message
        assert fixed(code) == code

    def test_other_rules_in_it_hold(self) -> None:
        code = 'ok = answer["code"] == 4105  # clb: ignore[CLB999, CLB101]\n'
        assert told(code) == [(1, UNUSED)]


class TestRemoved:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("x = 1  # clb: ignore[CLB101] -- why\ny = 2\n", "x = 1\ny = 2\n"),
            ("x = 1  # clb: ignore", "x = 1"),
            ("x = 1  # mine  # clb: ignore[CLB101] why\n", "x = 1  # mine\n"),
            ("x = 1  # clb: ignore[CLB101] why  # mine\n", "x = 1  # mine\n"),
            ("x = 1  # a  # clb: ignore[CLB101]  # b\n", "x = 1  # a  # b\n"),
            ("x = 1  # clb: ignore[CLB1]  # clb: ignore[CLB2]\n", "x = 1\n"),
            ("x = 1  # noqa: CLB101\n", "x = 1\n"),
            ("x = 1  # noqa: E501, CLB101\n", "x = 1  # noqa: E501\n"),
            ("x = 1  # noqa: CLB101,E501\n", "x = 1  # noqa: E501\n"),
            ("x = 1  # noqa: CLB101 E501 CLB102\n", "x = 1  # noqa: E501\n"),
            ("if x:\n    # clb: ignore[CLB101]\n    pass\n", "if x:\n    pass\n"),
            ("if x:\n\t# clb: ignore  # mine\n\tpass\n", "if x:\n\t# mine\n\tpass\n"),
            ("x = 1\r\n# clb: ignore\r\ny = 2\r\n", "x = 1\r\ny = 2\r\n"),
            ("x = 1\n# clb: ignore", "x = 1\n"),
            (
                "# clb: ignore-begin[CLB1]\nx = 1\n# clb: ignore-end -- done\ny = 2\n",
                "x = 1\ny = 2\n",
            ),
            ("# clb: ignore[CLB999, CLB101]\nx = 1\n", "# clb: ignore[CLB999]\nx = 1\n"),
            ("# clb: ignore[CLB101, CLB999, CLB102] why\n", "# clb: ignore[CLB999] why\n"),
            ("# clb: ignore-file\n", ""),
            ("x = '''\n# noqa: CLB101\n'''  # noqa: CLB101\n", "x = '''\n# noqa: CLB101\n'''\n"),
            ('if x: print "no"  # clb: ignore\n', 'if x: print "no"\n'),
        ],
    )
    def test_and_nothing_else(self, before: str, after: str) -> None:
        assert fixed(before) == after
        assert fixed(after) == after

    @pytest.mark.parametrize("encoding", ["latin-1", "utf-8-sig", "gb18030"])
    def test_in_any_encoding(self, encoding: str) -> None:
        name = "utf-8" if encoding == "utf-8-sig" else encoding
        text = f"# coding: {name}\r\nx = '\xa7'  # \xb1  # clb: ignore[CLB101]\r\n\r\n"
        (change,) = api.fix({"a.py": text.encode(encoding)}).changes
        assert change.after == text.replace("  # clb: ignore[CLB101]", "").encode(encoding)

    def test_a_line_that_goes_makes_no_cookie(self) -> None:
        """Python reads a cookie in the first two lines only."""
        code = b"# clb: ignore\n#\n# coding: latin-1\nx = '\xc3\xa9'\n"
        assert api.fix({"a.py": code}).changes == ()

    def test_what_is_of_use_stays(self) -> None:
        code = HEAD.replace("1}))", "1}))  # clb: ignore[CLB204, CLB101] -- the mock")
        assert fixed(code) == code.replace("CLB204, CLB101", "CLB204")

    def test_several_in_a_row(self) -> None:
        code = HEAD.replace("1}))", "1}))  # clb: ignore[CLB101, CLB102,CLB204, CLB103] -- mock")
        assert "# clb: ignore[CLB204] -- mock" in fixed(code)

    def test_a_block_of_several_rules(self) -> None:
        begin, end = "# clb: ignore-begin[CLB101, CLB2]\n", "# clb: ignore-end[CLB2, CLB101]\n"
        after = fixed(begin + HEAD + end)
        assert after == begin.replace("CLB101, ", "") + HEAD + end.replace(", CLB101", "")

    def test_in_files_that_declare_dependencies(self) -> None:
        text = "requests  # clb: ignore[CLB207]\n# clb: ignore\nflask # mine\n"
        assert fixed(text, "requirements.txt") == "requests\nflask # mine\n"
        text = "[project]\nname = 'a # clb: ignore'  # clb: ignore\n"
        assert fixed(text, "pyproject.toml") == "[project]\nname = 'a # clb: ignore'\n"

    def test_unless_it_is_ignored_or_not_asked_for(self) -> None:
        files = {"a.py": b"x = 1  # clb: ignore\n"}
        assert api.fix(files, ignore=["CLB902"]).changes == ()
        assert api.fix(files, select=["CLB105"]).changes == ()
        assert api.fix(files, select=["CLB902"]).unused == 1

    def test_what_is_left_is_told_where_it_then_is(self) -> None:
        code = "# clb: ignore[CLB301]\n" + "import os\nos.system('qcloudcli lb X')\n"
        (left,) = api.fix({"a.py": code.encode()}).left
        assert (left.rule, left.location.span.line) == ("CLB206", 2)

    def test_together_with_a_flow_that_is_migrated(self) -> None:
        code = HEAD + 'if answer["code"] == 4105:  # clb: ignore[CLB201] -- old\n    pass  # ok\n'
        migration = api.fix({"a.py": code.encode()})
        after = migration.changes[0].after.decode()
        assert migration.flows[0].applied
        assert "clb:" not in after
        assert "pass  # ok" in after
        assert migration.left == ()
        assert fixed(after) == after


class TestNotEdited:
    def test_a_flow_with_something_suppressed_stays(self) -> None:
        code = HEAD + 'if answer["code"] == 4105:  # clb: ignore[CLB101] -- the mock\n    pass\n'
        migration = api.fix({"a.py": code.encode()})
        assert migration.changes == ()
        assert [reason.text for reason in migration.flows[0].reasons] == [
            "CLB101 is not to be reported here (the mock)"
        ]

    @pytest.mark.parametrize("line", [2, 4])
    def test_also_where_it_comes_from(self, line: int) -> None:
        """The import and the client change with the flow."""
        lines = HEAD.splitlines()
        lines[line - 1] += "  # clb: ignore"
        code = "\n".join(lines) + "\n"
        assert fixed(code) == code

    def test_a_dependency_stays_when_the_code_moves(self) -> None:
        files = {
            "a.py": HEAD.encode(),
            "requirements.txt": b"qcloudapi-sdk-python  # clb: ignore\n",
        }
        migration = api.fix(files)
        assert [change.shown for change in migration.changes] == ["a.py"]
        (reason,) = migration.dependencies
        assert reason.text == "qcloudapi-sdk-python: it is not to be reported"
        files["requirements.txt"] = b"qcloudapi-sdk-python\n"
        assert len(api.fix(files).changes) == 2
