"""Comments that a rewrite would lose, kept above the statement they stood in."""

from __future__ import annotations

import io
import tokenize
from collections import Counter

from clb_migrate.fixes.tree import Tree


def comments_of(text: str) -> list[tuple[int, str]]:
    """Return the comments of a Python text with their lines, counting from 1."""
    try:
        return [
            (token.start[0], token.string)
            for token in tokenize.generate_tokens(io.StringIO(text).readline)
            if token.type == tokenize.COMMENT
        ]
    except (tokenize.TokenError, SyntaxError):
        return []


def with_comments(tree: Tree, text: str) -> str:
    """Return the new text of a file with the comments that got lost, before a line near to them."""
    before = comments_of(tree.text)
    missing = Counter(comment for _, comment in before)
    missing.subtract(comment for _, comment in comments_of(text))
    lost = [(line, comment) for line, comment in before if missing[comment] > 0]
    if not lost:
        return text
    newline = tree.module.default_newline
    old_lines = tree.text.splitlines()
    # Each goes in front of what was put there before it, so the last one goes first.
    for line, comment in reversed(lost):
        if missing[comment] <= 0:
            continue
        missing[comment] -= 1
        lines = text.splitlines(keepends=True)
        place = _same_line(old_lines, line, lines)
        indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())] if lines else ""
        lines.insert(place, f"{indent}{comment}{newline}")
        text = "".join(lines)
    return text


def _same_line(old: list[str], line: int, new: list[str]) -> int:
    """Return where the statement of an old line begins in the new text, as near as can be told."""
    for at in range(line - 1, -1, -1):
        stripped = old[at].rstrip()
        if not stripped.strip():
            continue
        for place, other in enumerate(new):
            if other.rstrip() == stripped:
                return place + 1 if at < line - 1 else place
    return 0
