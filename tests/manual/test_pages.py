"""The pages that are committed are those the rules and the table make, and hang together."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from clb_migrate import api
from clb_migrate.checks.base import all_checks
from clb_migrate.explain import explain
from clb_migrate.findings import Certainty
from clb_migrate.manual import pages
from clb_migrate.manual.folder import CONFIGURATION, FOLDER, SCHEMA, current, stale
from clb_migrate.table.load import load_rules

RULES = load_rules()
CHECKS = all_checks()
ANEW = "make the pages anew: python -m clb_migrate.manual"
CODES = {
    str(number)
    for rows in (RULES.error_codes.common, *RULES.error_codes.overrides.values())
    for number in rows
}


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    """The generated pages as they should be."""
    return current()


def test_what_is_committed_is_in_step(made: Mapping[str, str]) -> None:
    there = {
        path: (FOLDER / path).read_text(encoding="utf-8") if (FOLDER / path).exists() else ""
        for path in made
    }
    assert [path for path in made if made[path] != there[path]] == [], ANEW
    assert stale() == [], ANEW


def test_every_rule_code_and_action_has_a_page_that_its_index_names(
    made: Mapping[str, str],
) -> None:
    wanted = {
        "rules": {check.rule.id for check in CHECKS},
        "codes": {number.replace("-", "minus-") for number in CODES},
        "actions": {name for rows in RULES.actions.values() for name in rows},
    }
    for folder, names in wanted.items():
        for name in names:
            assert f"{folder}/{name}.md" in made
            assert f"]({name}.md)" in made[f"{folder}/index.md"]
    others = {"index.md", *(f"{each}/index.md" for each in wanted), CONFIGURATION, SCHEMA}
    assert len(made) == sum(map(len, wanted.values())) + len(others)
    assert others < made.keys()


def test_names_differ_by_more_than_the_case_of_letters(made: Mapping[str, str]) -> None:
    assert len({path.casefold() for path in made}) == len(made)


def test_no_link_is_dead() -> None:
    found = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.md")}
    links = [
        (name, target)
        for name, path in found.items()
        for target in re.findall(r"\]\(([^)\s]+)\)", _without_code(path))
        if "://" not in target
    ]
    assert len(links) > len(found)
    for name, target in links:
        file = target.partition("#")[0] or posixpath.basename(name)
        place = FOLDER / posixpath.join(posixpath.dirname(name), file)
        assert place.exists(), f"{name} links to {target}"


def _without_code(page: Path) -> str:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.M)
    return re.sub(r"`[^`\n]*`", "", text)


def test_every_page_of_people_is_in_the_contents(made: Mapping[str, str]) -> None:
    for path in FOLDER.glob("*.md"):
        assert path.name == "index.md" or f"]({path.name})" in made["index.md"], ANEW


def test_a_guide_is_named_by_its_title() -> None:
    contents = pages(RULES, CHECKS, {"baseline.md": "<!-- x -->\n# Starting with what is there\n"})
    assert "- [Starting with what is there](baseline.md)\n" in contents["index.md"]


@pytest.mark.parametrize("number", sorted(RULES.error_codes.common))
def test_a_code_page_tells_what_explain_tells(made: Mapping[str, str], number: int) -> None:
    page = made[f"codes/{number}.md"]
    plain = re.sub(r"\[(\d+)\]\([^)]*\)", r"\1", page).replace("\\", "")
    for topic in explain(str(number), RULES, ()):
        if "API 2.0" not in topic.kind:
            continue
        for fact in topic.facts.values():
            for text in fact if isinstance(fact, list) else [fact]:
                assert all(word in plain for word in re.split(r"[: ]+", text)), text


def test_a_code_page_leads_to_its_siblings_and_to_who_owns_what_it_mentions(
    made: Mapping[str, str],
) -> None:
    page = made["codes/4101.md"]
    assert "| Same codes as | [4102](4102.md), [4103](4103.md) |" in page
    assert "`UnauthorizedOperation` (of [4300](4300.md))" in page
    assert "| Mentioned for others | [4110](4110.md): `AuthFailure.UnauthorizedOperation`" in page
    assert '| Checked in API 3.0 | `code == "AuthFailure.UnauthorizedOperation"` |' in page
    assert "(4101.md)" not in page


def test_a_code_page_tells_what_modules_mean_by_it(made: Mapping[str, str]) -> None:
    page = made["codes/4300.md"]
    assert page.index("## Error code of API 2.0\n") < page.index(", module cmq, ")
    assert "The account is in arrears" in page


def test_a_published_code_leads_to_its_owner(made: Mapping[str, str]) -> None:
    assert "| `InvalidParameter.LBIdNotFound` | [5000](5000.md) |" in made["codes/index.md"]


def test_a_rule_page_has_its_documentation_and_leads_to_codes(made: Mapping[str, str]) -> None:
    page = made["rules/CLB101.md"]
    assert '```python\nif resp["code"] == 4100: ' in page
    assert "[4105](../codes/4105.md)" in page
    assert "| On by default | yes |" in page
    assert "([CLB203](CLB203.md))" in made["rules/CLB204.md"]


def test_an_action_page_has_tables_of_parameters_and_fields(made: Mapping[str, str]) -> None:
    page = made["actions/DescribeLoadBalancers.md"]
    assert "| `withRs` | `WithRs` | Int | Integer | `with_rs` | note: All instances" in page
    assert "| `anycast` | nothing |" in page
    assert "left out: 0" in page


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule.id)
def test_every_rule_tells_how_sure_it_is_and_what_a_fix_does(check: object) -> None:
    documentation = getattr(check, "documentation", "")
    for label in ("Change", "Certainty", "Fix"):
        assert len(re.findall(rf"^{label}: \S", documentation, re.MULTILINE)) == 1


def test_how_sure_a_rule_says_it_is_holds_for_the_examples() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for folder in sorted(Path(__file__).parents[1].glob("examples/fires/*")):
        files = {str(path): path.read_bytes() for path in folder.rglob("*.py")}
        for finding in api.check(files, select=["ALL"], certainty=Certainty.POSSIBLE).findings:
            seen[finding.rule].add(finding.certainty.label)
    assert len(seen) > 10
    for check in CHECKS:
        told = re.search(r"^Certainty: (.+?)(\n\n|\Z)", check.documentation, re.DOTALL | re.M)
        assert told is not None
        assert seen[check.rule.id] <= {*re.findall(r"`(\w+)`", told[1])}
