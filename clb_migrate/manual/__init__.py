"""The reference pages in `clb_migrate/docs`, made of the rules and the table.

A page shows what `clb-migrate explain` tells, as Markdown: the same topics, labels and words. So
there is one place for each of them, and a test compares the pages with it. After a change of rules
or table, `python -m clb_migrate.manual` makes the pages anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clb_migrate.explain import explain
from clb_migrate.explain.actions import all_actions
from clb_migrate.explain.wording import NOTHING, head_of, label_of, remarks, text_of
from clb_migrate.manual.markdown import code, fenced, lines, link, prose, relative, table
from clb_migrate.table.rows import Rules

if TYPE_CHECKING:
    from clb_migrate.checks.base import Check

__all__ = ["FOLDERS", "INDEX", "pages"]

RULES, CODES, ACTIONS = FOLDERS = ("rules", "codes", "actions")
"""The folders that hold nothing but generated pages."""
INDEX = "index.md"
_NOTE = "<!-- Made by `python -m clb_migrate.manual` of the rules and the table: change those. -->"

_NAMES = frozenset({"codeDesc", "alternatives", "replacement", "name", "to", "transform"})
_NAMES_TOO = frozenset(
    {"required_by_the_replacement", "required_but_without_legacy_parameter", "access_rights"}
)
_CURRENT_CODES = frozenset({"replacement", "mentioned_for_it", "published_codes"})
_CHECKS = frozenset({"checked_in_API_2.0", "checked_in_API_3.0"})
_COLUMNS = ("to", "type", "current_type", "required", "transform")
_FEW = 4
"""Names that stand side by side in a cell; more of them get a line each."""
_WORD = re.compile(r"\bCLB\d{3}\b|(?<![\w./-])\d{4,5}(?![\w/-])(?!\.\w)")
_NAME = re.compile(r"[A-Za-z]\w*([.:]\w+|\.\*|\[\])*")


def pages(rules: Rules, checks: Sequence[Check], guides: Mapping[str, str]) -> Mapping[str, str]:
    """Return the text of every generated page by its path below the folder of pages.

    `guides` are the pages that people wrote, which the table of contents names, by their paths.
    """
    return dict(_Manual(rules, checks).all(guides))


@dataclass(frozen=True, slots=True)
class _Manual:
    rules: Rules
    checks: Sequence[Check]

    def all(self, guides: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        found = [
            *self._rule_pages(),
            *self._code_pages(),
            *self._action_pages(),
            *self._indexes(),
            (INDEX, self._contents(guides)),
        ]
        for path, body in found:
            yield path, "\n".join([_NOTE, "", *body]).rstrip("\n") + "\n"

    # -- pages ------------------------------------------------------------------------------

    def _rule_pages(self) -> Iterator[tuple[str, Iterable[str]]]:
        for check in self.checks:
            page = f"{RULES}/{check.rule.id}.md"
            (topic,) = explain(check.rule.id, self.rules, self.checks)
            facts = {key: fact for key, fact in topic.facts.items() if key != "documentation"}
            heading, _, text = topic.facts["documentation"].partition("\n")
            yield (
                page,
                [
                    heading,
                    "",
                    *self._facts(facts, page),
                    self._linked_documentation(text.strip(), page),
                    "",
                    *self._mentioned(text, page),
                    *_end(topic.name, "All rules"),
                ],
            )

    def _linked_documentation(self, text: str, page: str) -> str:
        """Link other rules in the text of a rule, but not in its code."""
        parts = re.split(r"(```.*?```|`[^`\n]*`)", fenced(text), flags=re.DOTALL)
        return "".join(
            part if part.startswith("`") else _WORD.sub(lambda m: self._word(m[0], page), part)
            for part in parts
        )

    def _mentioned(self, text: str, page: str) -> Iterator[str]:
        """Yield links to the pages of the codes and actions in the examples of a rule."""
        numbers = dict.fromkeys(re.findall(r"\b\d{4,5}\b", text))
        codes = [self._word(number, page) for number in numbers if self._page_of(number)]
        if codes:
            yield f"Error codes in the examples: {', '.join(codes)}; {self._index(CODES, page)}."
            yield ""
        names = dict.fromkeys(re.findall(r"\b[A-Z]\w+\b", text))
        known = {action.name for action in all_actions(self.rules)}
        actions = [
            link(name, relative(_action_page(name), page)) for name in names if name in known
        ]
        if actions:
            yield f"Actions in the examples: {', '.join(actions)}; {self._index(ACTIONS, page)}."
            yield ""

    def _code_pages(self) -> Iterator[tuple[str, Iterable[str]]]:
        for number in self._numbers():
            page = _code_page(number)
            topics = [
                topic
                for topic in explain(number, self.rules, ())
                if topic.name == number and "API 2.0" in topic.kind
            ]
            body = [f"# Legacy error code {number}", ""]
            for topic in topics:
                kind = _capital(prose(topic.kind))
                body += [f"## {kind}" if len(topics) > 1 else f"{kind}.", ""]
                body += self._facts(topic.facts, page)
            yield page, [*body, *_end(number, "All error codes")]

    def _action_pages(self) -> Iterator[tuple[str, Iterable[str]]]:
        for action in all_actions(self.rules):
            page = _action_page(action.name)
            (topic,) = (
                each
                for each in explain(action.name, self.rules, ())
                if each.kind.startswith("action of API 2.0") and each.name == action.name
            )
            yield (
                page,
                [
                    f"# {action.name}",
                    "",
                    f"{_capital(prose(topic.kind))}.",
                    "",
                    *self._facts(topic.facts, page),
                    *_end(action.name, "All actions"),
                ],
            )

    # -- indexes ----------------------------------------------------------------------------

    def _indexes(self) -> Iterator[tuple[str, Iterable[str]]]:
        page = f"{RULES}/{INDEX}"
        rows = [
            (
                self._word(rule.id, page),
                code(rule.name),
                "on" if rule.default else "off",
                prose(rule.summary),
            )
            for rule in (check.rule for check in self.checks)
        ]
        yield page, ["# Rules", "", *table(("rule", "name", "default", "reports"), rows)]
        yield f"{CODES}/{INDEX}", self._index_of_codes(f"{CODES}/{INDEX}")
        page = f"{ACTIONS}/{INDEX}"
        replaced = [
            (
                link(action.name, relative(_action_page(action.name), page)),
                code(action.replacement or "") or prose(action.why_none),
                prose(action.group),
            )
            for action in sorted(all_actions(self.rules), key=lambda each: each.name)
        ]
        yield page, ["# Actions", "", *table(("API 2.0", "API 3.0", "group"), replaced)]

    def _index_of_codes(self, page: str) -> Iterator[str]:
        codes = self.rules.error_codes
        yield from ("# Legacy error codes", "", "What all modules answer with:", "")
        yield from table(
            ("code", "meaning", "API 3.0"),
            (
                (
                    self._word(str(row.code), page),
                    prose(row.meaning),
                    self._names("replacement", row.replacement),
                )
                for row in codes.common.values()
            ),
        )
        yield from ("", "What single modules answer with:", "")
        own = {
            (row.code, row.meaning): [
                module for module, rows in codes.overrides.items() if rows.get(row.code) == row
            ]
            for rows in codes.overrides.values()
            for row in rows.values()
        }
        yield from table(
            ("code", "meaning", "modules"),
            (
                (self._word(str(number), page), prose(meaning), self._names("name", modules))
                for (number, meaning), modules in sorted(own.items())
            ),
        )
        yield from ("", "And the other way round, each published code of API 3.0:", "")
        yield from table(
            ("API 3.0", "stands for"),
            (
                (
                    code(name),
                    ", ".join(self._word(str(owner), page) for owner in codes.owners_of(name)),
                )
                for name in codes.published
            ),
        )

    def _contents(self, guides: Mapping[str, str]) -> Iterator[str]:
        yield from ("# Documentation of clb-migrate", "")
        if guides:
            yield from ("## Guides", "")
            for path, text in sorted(guides.items(), key=lambda item: _title(item[1])):
                yield f"- {link(_title(text), path)}"
            yield ""
        yield from ("## Reference", "")
        yield f"- {link('Rules', f'{RULES}/{INDEX}')}: what is reported, how surely, and fixes"
        yield f"- {link('Error codes', f'{CODES}/{INDEX}')} of API 2.0, and what they become"
        yield f"- {link('Actions', f'{ACTIONS}/{INDEX}')} of API 2.0, with parameters and fields"
        yield from ("", "`clb-migrate explain` tells the same as the reference.")

    # -- facts ------------------------------------------------------------------------------

    def _facts(self, facts: Mapping[str, Any], page: str) -> Iterator[str]:
        """Yield a table of the facts, and one more for each fact that is a list of rows."""
        rows = {key: fact for key, fact in facts.items() if _is_rows(fact)}
        plain = {key: fact for key, fact in facts.items() if key not in rows}
        yield from table(
            ("", ""),
            ((_capital(label_of(key)), self._cell(key, fact, page)) for key, fact in plain.items()),
        )
        yield ""
        for key, entries in rows.items():
            yield from (f"## {_capital(label_of(key))}", "")
            columns = [
                column
                for column in _COLUMNS
                if any(entry.get(column) not in (None, "", False) for entry in entries)
            ]
            yield from table(
                ("API 2.0" if "to" in columns else "name", *map(_column, columns), "remarks"),
                (
                    (
                        code(head_of(entry)),
                        *(self._column_cell(column, entry[column], page) for column in columns),
                        prose(remarks(entry, without=_COLUMNS)),
                    )
                    for entry in entries
                ),
            )
            yield ""

    def _column_cell(self, key: str, value: Any, page: str) -> str:
        if key == "to":
            return code(value) if value else NOTHING
        return "" if value in (None, "") else self._cell(key, value, page)

    def _cell(self, key: str, fact: Any, page: str) -> str:
        if key in _CHECKS:
            return code(fact)
        if key == "mentioned_for_others":
            owned = (each.partition(": ") for each in fact)
            return lines(f"{self._word(number, page)}: {code(name)}" for number, _, name in owned)
        if key in _NAMES or key in _NAMES_TOO or key in _CURRENT_CODES:
            words = fact if isinstance(fact, list) else [fact]
            return self._names(key, words, page)
        if isinstance(fact, list):
            entries = [self._prose(each, page) for each in fact]
            short = all(_NAME.fullmatch(each) or each.isdecimal() for each in fact)
            return ", ".join(entries) if short else lines(entries)
        return self._prose(text_of(fact), page)

    def _names(self, key: str, words: Sequence[str], page: str = "") -> str:
        """Return names as code, each 3.0 code with its owner if that is another page."""
        shown = []
        for word in words:
            name = code(word) if _NAME.fullmatch(word) or "{" in word else prose(word)
            if key == "mentioned_for_it":
                owners = self.rules.error_codes.owners_of(word)
                told = ", ".join(self._word(str(owner), page) for owner in owners)
                name += f" (of {told})" if told else ""
            shown.append(name)
        return ", ".join(shown) if len(shown) <= _FEW else lines(shown)

    def _prose(self, text: str, page: str) -> str:
        return prose(text, _WORD, lambda word: self._target(word, page))

    # -- links ------------------------------------------------------------------------------

    def _numbers(self) -> list[str]:
        codes = self.rules.error_codes
        numbers = {*codes.common, *(number for own in codes.overrides.values() for number in own)}
        return [str(number) for number in sorted(numbers)]

    def _page_of(self, word: str) -> str | None:
        if word in self._numbers():
            return _code_page(word)
        if any(check.rule.id == word for check in self.checks):
            return f"{RULES}/{word}.md"
        return None

    def _target(self, word: str, page: str) -> str | None:
        """Return where a code or rule is told of, seen from a page other than that."""
        found = self._page_of(word)
        return None if found in (None, page) else relative(found or "", page)

    def _word(self, word: str, page: str) -> str:
        target = self._target(word, page)
        return link(word, target) if target else word

    def _index(self, folder: str, page: str) -> str:
        titles = {RULES: "rules", CODES: "error codes", ACTIONS: "actions"}
        return link(f"all {titles[folder]}", relative(f"{folder}/{INDEX}", page))


def _code_page(number: str) -> str:
    # A name that begins with a dash is taken for an option by many a program.
    return f"{CODES}/{number.replace('-', 'minus-')}.md"


def _action_page(name: str) -> str:
    return f"{ACTIONS}/{name}.md"


def _end(thing: str, title: str) -> Iterator[str]:
    yield f"{link(title, INDEX)}. `clb-migrate explain {thing}` tells the same."


def _is_rows(fact: Any) -> bool:
    return isinstance(fact, list) and any(isinstance(each, dict) for each in fact)


def _capital(text: str) -> str:
    """Let a text begin with a capital letter, unless its first word is a name from a program."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first == first.lower() else text


def _column(key: str) -> str:
    return "API 3.0" if key == "to" else label_of(key)


def _title(text: str) -> str:
    """Return the first heading of a page."""
    found = re.search(r"^# +(.+)$", text, re.MULTILINE)
    return found[1] if found else "?"
