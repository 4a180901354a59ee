"""Proves, from bytes alone, that a file holds nothing to report.

A finding is `certain` or `likely` only in a module that names a legacy thing, or API 3.0 (whose
errors stale checks look at). Whatever the analysis reports there starts from a *marker*: the
distinctive word of a host, the root of an import, a command. Three things need no marker but
several words together, a *clue*: the legacy path, reading the keys that lead to a 3.0 error code,
and an HMAC over the parameters of a hand-made signature. All of them are taken from the rules; a
file without any is clean and need not be parsed.

The definition, which is what "sound" means here:

* A marker counts in any case and at any place: comments and longer words hold it too.
* The legacy path counts in its own case, whole or cut at its slashes; another path that ends in the
  same file name (`/w/index.php`) does not, where the folder of that file is spelled out.
* The keys of a 3.0 code count in their own case, the longest of them where a quote follows it.
* A signature counts where the name of an HMAC stands, in any case, with two different parameters of
  a request, in their own case and not inside longer words.
* All of these count when they are written out in ASCII. Out are words spelled with escapes
  (`"\\x71cloud"`), in an encoding that is no superset of ASCII (UTF-7), or cut up (`"q" "cloud"`).
  A host cut at its dots is in.
* Files that cannot be read as text are never clean. Whether a file can be *parsed* is not asked:
  a file without a marker holds nothing to report in either case.
* For findings that are only `possible` the name and the number are enough, so every file is
  analysed that holds a name of the envelope, a code of the table (in decimal digits, without
  underscores), or an action.

`Triage` answers for one file; `gate.py` finds, in the bytes of many files at once, those that have
to be asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clb_migrate.source.read import declares_encoding

if TYPE_CHECKING:
    from clb_migrate.findings import Certainty
    from clb_migrate.source.words import Words
    from clb_migrate.table.rows import Rules


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that mean something together: one of `first`, and `least` of `others`.

    Both are patterns in the case they are written in, unless they say otherwise.
    """

    rare: tuple[bytes, ...]
    """Plain words, one of which stands wherever `first` matches; they spare all other searches."""
    any_case: bool
    """The words of `rare` may be written in any case."""
    first: re.Pattern[bytes]
    others: tuple[re.Pattern[bytes], ...]
    least: int

    def is_in(self, data: bytes, lowered: bytes) -> bool:
        """Tell whether enough of the words are there; `lowered` is `data` in lower case."""
        within = lowered if self.any_case else data
        return (
            any(word in within for word in self.rare)
            and self.first.search(data) is not None
            and sum(each.search(data) is not None for each in self.others) >= self.least
        )


@dataclass(frozen=True, slots=True)
class Triage:
    """What makes a file worth an analysis: made once a run, asked about files."""

    markers: tuple[bytes, ...]
    """Any of these, in lower case, is enough."""
    clues: tuple[Clue, ...]

    @classmethod
    def of(cls, rules: Rules, certainty: Certainty) -> Triage:
        """Derive what shows all findings that are at least as sure as `certainty`."""
        from clb_migrate.findings import Certainty
        from clb_migrate.source.words import words_of

        hints = _hints(rules) if certainty is Certainty.POSSIBLE else ()
        return cls.of_words(words_of(rules), hints)

    @classmethod
    def of_words(cls, words: Words, hints: Iterable[str] = ()) -> Triage:
        """Derive the same from the words of the rules that matter here, and further markers."""
        markers = (word.lower() for word in (*_markers(words), *hints))
        clues = (_path(words), _keys_of_a_current_code(words), _signature(words))
        return cls(_shortest(markers), clues)

    def needs_analysis(self, data: bytes) -> bool:
        """Tell whether a file with these bytes may hold something to report."""
        # Lowering once and looking for plain words beats every pattern that minds the case.
        lowered = data.lower()
        return any(marker in lowered for marker in self.markers) or any(
            clue.is_in(data, lowered) for clue in self.clues
        )


def plainly_readable(data: bytes) -> bool:
    """Tell whether Python surely decodes these bytes, without decoding them."""
    return data.isascii() and b"\0" not in data and not declares_encoding(data)


def _markers(words: Words) -> Iterator[str]:
    """The words without which nothing is certain or likely."""
    roots = [
        *map(_registered, words.suffixes),
        *map(_longest_part, words.roots),
    ]
    yield from roots
    yield from _distinctive(words.names, roots)


def _path(words: Words) -> Clue:
    """The last part of the path, unless something else stands before it, and all the others."""
    *folders, file = (part for part in words.path.split("/") if part)
    folder = folders[-1] if folders else ""
    # What is before the folder shows that its name is not cut: `/w/index.php`, `"w/index.php"`.
    elsewhere = rf"(?:(?<=[/'\"])(?!{re.escape(folder)}/)[\w.~-]+/)"
    spelled = re.compile(rf"{elsewhere}?+{re.escape(file)}(?<!{re.escape(file)})".encode())
    del spelled
    first = re.compile(rf"(?:{elsewhere}(?P<other>{re.escape(file)})|{re.escape(file)})".encode())
    return Clue((file.encode(),), False, first, tuple(map(_pattern, folders)), len(folders))


