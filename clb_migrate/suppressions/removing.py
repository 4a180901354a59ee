"""Edits that take away what suppresses nothing, and leave everything else on the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from clb_migrate.source.rewriting import Edit
from clb_migrate.source.tokens import NEWLINE
from clb_migrate.suppressions.directives import Directive, Selector
from clb_migrate.suppressions.judging import Unused
from clb_migrate.suppressions.layout import Comment
from clb_migrate.suppressions.scopes import Entry, FileSuppressions, Suppression

_SPACE: Final = " \t\f"
_BETWEEN: Final = _SPACE + ","


def removals(file: FileSuppressions, unused: Iterable[Unused]) -> list[Edit]:
    """Return the edits that remove `unused` from a file.

    A comment that stood alone goes with its line.
    """
    edits: list[Edit] = []
    directives: list[Directive] = []
    entries: dict[Suppression, tuple[Entry, ...]] = {}
    for each in unused:
        entries[each.suppression] = (*entries.get(each.suppression, ()), *each.entries)
    for each in (Unused(*item) for item in entries.items()):
        suppression = each.suppression
        if each.is_whole:
            directives.append(suppression.directive)
            if suppression.closing is not None:
                directives.append(suppression.closing)
            continue
        texts = {entry.selector.text.upper() for entry in each.entries if entry.selector}
        for directive in (suppression.directive, suppression.closing):
            if directive is not None:
                edits += _without(file.text, directive, texts)
    for comment in file.layout.comments:
        gone = [each for each in directives if comment.start <= each.start < comment.end]
        if gone:
            edits += _removed(file, comment, sorted(gone, key=lambda each: each.start))
    return edits


def _without(text: str, directive: Directive, texts: set[str]) -> Iterator[Edit]:
    """Yield edits that remove selectors, each with the comma that parts it from its neighbour."""
    kept: Selector | None = None
    for selector in directive.selectors:
        if selector.text.upper() not in texts:
            kept = selector
            continue
        start, end = selector.start, selector.end
        if kept is not None:
            while text[start - 1] in _BETWEEN:
                start -= 1
        else:
            while text[end] in _BETWEEN:
                end += 1
        yield Edit(start, end, "")


def _removed(file: FileSuppressions, comment: Comment, gone: list[Directive]) -> Iterator[Edit]:
    text = file.text
    left = text[comment.start : comment.end]
    for directive in reversed(gone):
        start, end = directive.start - comment.start, directive.end - comment.start
        left = (
            left[:start].rstrip(_SPACE)
            + ("  " if left[:start].strip() else "")
            + left[end:].lstrip(_SPACE)
        )
    left = left.rstrip(_SPACE)
    if left:
        yield Edit(comment.start, comment.end, left)
        return
    start, end = comment.start, comment.end
    while start and text[start - 1] in _SPACE:
        start -= 1
    if comment.is_alone:
        newline = NEWLINE.match(text, end)
        end = newline.end() if newline else end
    yield Edit(start, end, "")
