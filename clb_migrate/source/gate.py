"""Finds, in the bytes of many files at once, those that triage has to be asked about.

Most files hold none of the words that triage starts from. That shows at the speed of memory when
many files stand in one buffer and each word is looked for once, in the way that is fastest for it:

* a word with a rare letter by that letter, which the pattern has to start with;
* any other word by the search of `bytes`, which skips ahead the better, the longer the word is;
* words with a capital by that letter, where case counts; those with the same one together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from clb_migrate.source.triage import SUPPRESSING, Triage

_RARE = "jqz"
"""Letters that make up less than a five-hundredth of Python code."""
_LONG = 6
"""Letters of a beginning that few other words have."""


def words_looked_for(triage: Triage) -> tuple[set[bytes], set[bytes]]:
    """Return the words without which no file needs a look.

    The first may be written in any case, and are in lower case; the others have their own.
    """
    any_case = {*triage.markers, *SUPPRESSING.rare}
    own_case: set[bytes] = set()
    for clue in triage.clues:
        (any_case if clue.any_case else own_case).update(clue.rare)
    return any_case, own_case


class Gate:
    """The words without which no file needs a look, ready to be looked for."""

    def __init__(self, triage: Triage) -> None:
        any_case, own_case = words_looked_for(triage)
        # What has no capital can be looked for in any case as well, which at worst finds more.
        capitals = {word for word in own_case if word != word.lower()}
        any_case.update(word.lower() for word in own_case - capitals)
        self._lowered_patterns: list[re.Pattern[bytes]] = []
        self._words: list[bytes] = []
        for word in _stems(any_case):
            pattern = _by_rare_letter(word)
            if pattern is None:
                self._words.append(word)
            else:
                self._lowered_patterns.append(pattern)
        self._patterns = [*_by_capital(capitals)]

    def suspects(self, block: bytearray, starts: Sequence[int]) -> set[int]:
        """Return which of the files in a block hold one of the words.

        `starts` are the offsets the files begin at, in order, and the end of the last of them. What
        stands behind it does not matter, nor does what stands between two files.
        """
        end = starts[-1]
        lowered = block.lower()
        places = [match.start() for p in self._patterns for match in p.finditer(block)]
        places += [m.start() for p in self._lowered_patterns for m in p.finditer(lowered)]
        found = {bisect_right(starts, place) - 1 for place in places if place < end}
        for word in self._words:
            place = lowered.find(word, 0, end)
            while place >= 0:
                file = bisect_right(starts, place) - 1
                found.add(file)
                place = lowered.find(word, starts[file + 1], end)
        return found


def _stems(words: Iterable[bytes]) -> list[bytes]:
    """Return the words, with one long beginning in place of several that share it."""
    stems: list[bytes] = []
    for word in sorted(words):
        shared = _beginning(stems[-1], word) if stems else b""
        if len(shared) >= _LONG:
            stems[-1] = shared
        else:
            stems.append(word)
    return stems


def _beginning(one: bytes, other: bytes) -> bytes:
    """Return what two words begin with alike."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return bytes(letter for letter, _ in same)


def _by_rare_letter(word: bytes) -> re.Pattern[bytes] | None:
    text = word.decode()
    for letter in _RARE:
        before, found, after = text.partition(letter)
        if found:
            behind = f"(?<={re.escape(before + letter)})" if before else ""
            return re.compile(f"{letter}{behind}(?={re.escape(after)})".encode())
    return None


def _by_capital(words: Iterable[bytes]) -> Iterator[re.Pattern[bytes]]:
    """Yield a pattern for the words that have the same capital as their first one."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words):
        text = word.decode()
        before, capital, after = re.split("([A-Z])", text, maxsplit=1)
        behind = f"(?<={re.escape(before + capital)})" if before else ""
        groups.setdefault(capital, []).append(f"{behind}(?={re.escape(after)})")
    for capital, around in groups.items():
        yield re.compile(f"{capital}(?:{'|'.join(around)})".encode())
