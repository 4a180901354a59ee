"""Which findings of a file its comments keep from being reported.

* At the end of a line: what is found there, that is, what begins or ends on this line (and on those
  that a text or a backslash makes one with it); at the end of a statement, what begins anywhere in
  it.
* Alone on a line: what begins in the next statement; within a statement, on its next line.
* Between `ignore-begin` and `ignore-end`, both alone on their lines: what begins there.
* `ignore-file`, alone on any line: whatever is found in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from clb_migrate.findings import Finding, Span
from clb_migrate.selection import rules_meant, unknown
from clb_migrate.suppressions.directives import (
    OURS,
    Directive,
    Kind,
    Mistake,
    Selector,
    directives_in,
)
from clb_migrate.suppressions.layout import Comment, Layout, Lines, layout_of

if TYPE_CHECKING:
    from clb_migrate.checks.base import Rule

UNUSED: Final = "CLB902"
UNREADABLE: Final = "CLB901"
_NOWHERE: Final = (1, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one selector of a suppression means, or all of it where there is none."""

    selector: Selector | None
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment, what it is about, and where."""

    directive: Directive
    entries: tuple[Entry, ...]
    lines: Lines
    """What begins on these lines is covered."""
    ends: Lines = _NOWHERE
    """What ends on these is, too."""
    closing: Directive | None = None
    """The end of a block."""

    def covers(self, span: Span) -> bool:
        """Tell whether what is found there is in its scope."""
        return _is_in(span.line, self.lines) or _is_in(span.end_line, self.ends)

    def withholds(self, finding: Finding) -> bool:
        """Tell whether a finding of the same file is not to be reported."""
        return self.covers(finding.location.span) and any(
            finding.rule in entry.rules for entry in self.entries
        )


@dataclass(frozen=True, slots=True)
class FileSuppressions:
    """All that the comments of a file say."""

    text: str
    layout: Layout
    suppressions: tuple[Suppression, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return where something stands, by its offsets."""
        starts = self.layout.starts
        first, last = self.layout.line(start), self.layout.line(end)
        return Span(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


def suppressions_in(path: str, text: str, rules: Sequence[Rule]) -> FileSuppressions:
    """Return what the comments of a file say; `rules` are all there are."""
    layout = layout_of(path, text)
    reading = _Reading(text, layout, rules)
    reading.run()
    return FileSuppressions(
        text,
        layout,
        tuple(sorted(reading.found, key=lambda each: each.directive.start)),
        tuple(sorted(reading.mistakes, key=lambda each: each.start)),
    )


class _Reading:
    def __init__(self, text: str, layout: Layout, rules: Sequence[Rule]) -> None:
        self.text, self.layout, self.rules = text, layout, rules
        self.every = frozenset(rule.id for rule in rules)
        self.found: list[Suppression] = []
        self.mistakes: list[Mistake] = []
        self._open: list[Suppression] = []

    def run(self) -> None:
        for comment in self.layout.comments:
            for directive in directives_in(self.text, comment.start, comment.end):
                if isinstance(directive, Mistake):
                    self.mistakes.append(directive)
                else:
                    self._take(comment, directive)
        for suppression in self._open:
            self._mistake(suppression.directive, "this block of ignored lines has no end", _END_IT)

    def _take(self, comment: Comment, directive: Directive) -> None:
        match directive.kind:
            case Kind.LINE | Kind.NOQA:
                lines, ends = self._line_scope(comment, directive)
                self._add(directive, lines, ends)
            case _ if not comment.is_alone:
                self._mistake(
                    directive,
                    f"`clb: ignore-{directive.kind.value}` must stand alone on its line",
                    "put it on a line of its own",
                )
            case Kind.FILE:
                self._add(directive, (1, len(self.layout.starts)))
            case Kind.BEGIN:
                entries = tuple(self._entries(directive))
                self._open.append(Suppression(directive, entries, (comment.line, comment.line)))
            case Kind.END:
                self._end(comment, directive)

    def _line_scope(self, comment: Comment, directive: Directive) -> tuple[Lines, Lines]:
        layout = self.layout
        if comment.is_alone:
            code = None if directive.kind is Kind.NOQA else layout.next_code(comment.line)
            if code is None:
                return _NOWHERE, _NOWHERE
            first, last = layout.statement(code)
            return (
                layout.joined(code) if first < comment.line <= last else (first, last)
            ), _NOWHERE
        here = layout.joined(comment.line)
        first, last = layout.statement(comment.line)
        return ((first, last) if comment.line == last else here), here

    def _end(self, comment: Comment, directive: Directive) -> None:
        for begun in reversed(self._open):
            if not directive.selectors or _named(begun.directive) == _named(directive):
                self._open.remove(begun)
                lines = (begun.lines[0], comment.line)
                self.found.append(replace(begun, lines=lines, closing=directive))
                return
        self._mistake(directive, "no block of ignored lines ends here", _BEGIN_IT)

    def _add(self, directive: Directive, lines: Lines, ends: Lines = _NOWHERE) -> None:
        self.found.append(Suppression(directive, tuple(self._entries(directive)), lines, ends))

    def _entries(self, directive: Directive) -> Iterator[Entry]:
        if not directive.selectors:
            yield Entry(None, self.every - {UNUSED})
        for selector in directive.selectors:
            if directive.kind is Kind.NOQA and not OURS.fullmatch(selector.text):
                continue
            meant = rules_meant(selector.text, self.rules)
            if meant:
                # Who means everything does not mean to hide that it is of no use.
                yield Entry(selector, meant - {UNUSED} if meant == self.every else meant)
            else:
                self.mistakes.append(
                    Mistake(
                        selector.start,
                        selector.end,
                        unknown(selector.text, self.rules),
                        "name a rule that there is, or remove it",
                    )
                )

    def _mistake(self, directive: Directive, message: str, step: str) -> None:
        self.mistakes.append(Mistake(directive.start, directive.end, message, step))


_END_IT: Final = "put `# clb: ignore-end` on a line of its own where it ends"
_BEGIN_IT: Final = "put `# clb: ignore-begin` where it begins, or remove this one"


def _named(directive: Directive) -> set[str]:
    return {selector.text.upper() for selector in directive.selectors}


def _is_in(line: int, lines: Lines) -> bool:
    return lines[0] <= line <= lines[1]
