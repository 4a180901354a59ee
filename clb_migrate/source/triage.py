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
* The keys of a 3.0 code count in their own case, each between quotes, as an attribute, or
  as a part of a dotted text (`["Response"]`, `.Response`, `"Response.Error.Code"`).
* A signature counts where the name of an HMAC stands, in any case, with two different parameters of
  a request that are keys or may become some, in their own case: between quotes, as keywords, as
  attributes, or declared (`Nonce: int`).
* All of these count when they are written out in ASCII. Out are words spelled with escapes
  (`"\\x71cloud"`), in an encoding that is no superset of ASCII (UTF-7), or made when the program
  runs: cut up (`"q" "cloud"`), replaced, turned into another case, or taken out of a longer text.
  A host cut at its dots is in.
* Files that cannot be read as text are never clean. Whether a file can be *parsed* is not asked:
  a file without a marker holds nothing to report in either case.
* For findings that are only `possible` the name and the number are enough, so every file is
  analysed that holds a name of the envelope, a code of the table (in decimal digits, without
  underscores), or an action.

A comment that says what not to report (`# clb: ignore`, `# noqa: CLB101`) is to be told where it
suppresses nothing, so a file with one always gets a look. That costs no analysis, except where it
holds a word that makes a finding possible: any finding, however sure, makes use of the comment.

`Triage` answers for one file; `gate.py` finds, in the bytes of many files at once, those that have
to be asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clb_migrate.source.read import declares_encoding

if TYPE_CHECKING:
    from clb_migrate.findings import Certainty
    from clb_migrate.source.words import Words
    from clb_migrate.table.rows import Rules


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that mean something together: one of `rare`, and `least` of `others`."""

    rare: tuple[bytes, ...]
    """Plain words, looked for first: they spare the search for the others."""
    any_case: bool
    """The words of `rare` may be written in any case; they are in lower case themselves."""
    others: tuple[re.Pattern[bytes], ...]
    least: int
    unless: re.Pattern[bytes] | None = None
    """Something else that ends in one of `rare`: such a place does not count."""

    def is_in(self, data: bytes, lowered: bytes) -> bool:
        """Tell whether enough of the words are there; `lowered` is `data` in lower case."""
        within = lowered if self.any_case else data
        if not any(word in within for word in self.rare):
            return False
        if sum(other.search(data) is not None for other in self.others) < self.least:
            return False
        if self.unless is None:
            return True
        places = sum(within.count(word) for word in self.rare)
        return places > len(self.unless.findall(data))


SUPPRESSING = Clue(
    (b"clb",),
    True,
    (re.compile(rb"clb\s*:\s*ignore|noqa[^\r\n]*clb", re.IGNORECASE),),
    1,
)
"""What a file holds that says what not to report of it, beside a `noqa` for all rules."""


@dataclass(frozen=True, slots=True)
class Triage:
    """What makes a file worth an analysis: made once a run, asked about files."""

    markers: tuple[bytes, ...]
    """Any of these, in lower case, is enough."""
    clues: tuple[Clue, ...]
    is_wide: bool = False
    """There are so many markers that it saves nothing to look for them in many files at once."""
    hints: tuple[bytes, ...] = ()
    """What is enough, in lower case, in a file that says what not to report."""

    @classmethod
    def of(cls, rules: Rules, certainty: Certainty) -> Triage:
        """Derive what shows all findings that are at least as sure as `certainty`."""
        from clb_migrate.findings import Certainty
        from clb_migrate.source.words import words_of

        hints = [*_hints(rules)]
        triage = cls.of_words(words_of(rules), hints if certainty is Certainty.POSSIBLE else [])
        return replace(triage, hints=_shortest(hint.lower() for hint in hints))

    @classmethod
    def of_words(cls, words: Words, hints: Sequence[str] = ()) -> Triage:
        """Derive the same from the words of the rules that matter here, and further markers."""
        markers = (word.lower() for word in (*_markers(words), *hints))
        clues = (_path(words), _keys_of_a_current_code(words), _signature(words))
        return cls(_shortest(markers), clues, is_wide=bool(hints))

    def needs_analysis(self, data: bytes) -> bool:
        """Tell whether an analysis of a file with these bytes may find what is to be told."""
        # Lowering once and looking for plain words beats every pattern that minds the case.
        lowered = data.lower()
        return (
            any(marker in lowered for marker in self.markers)
            or any(clue.is_in(data, lowered) for clue in self.clues)
            or (SUPPRESSING.is_in(data, lowered) and any(hint in lowered for hint in self.hints))
        )

    def needs_a_look(self, data: bytes) -> bool:
        """Tell whether there may be anything to tell of such a file, its comments included."""
        return suppresses(data) or self.needs_analysis(data)


def suppresses(data: bytes) -> bool:
    """Tell whether a file with these bytes may say what not to report of it."""
    return SUPPRESSING.is_in(data, data.lower())


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
    *folders, file = (re.escape(part) for part in words.path.split("/") if part)
    # The end of another path: `/w/index.php`, also at the start of a text: `"w/index.php"`.
    folder = folders[-1] if folders else ""
    another = rf"(?<=[/'\"])(?!{folder}/)[\w.~-]+/{file}"
    return Clue(
        (words.path.rpartition("/")[2].encode(),),
        False,
        tuple(re.compile(each.encode()) for each in folders),
        len(folders),
        re.compile(another.encode()),
    )


def _keys_of_a_current_code(words: Words) -> Clue:
    """The keys that lead to a 3.0 error code are quoted, or attributes, wherever they are used."""
    keys = words.current_code_path
    longest = max(keys, key=len)
    return Clue(
        tuple(f"{before}{longest}".encode() for before in ("'", '"', ".")),
        False,
        tuple(map(_part_of_a_path, keys)),
        len(keys),
    )


def _signature(words: Words) -> Clue:
    """Two parameters of a request tell a hand-made signature from other uses of HMAC."""
    return Clue(
        _shortest(_shared_parts(words.signers)),
        True,
        tuple(map(_key, words.parameters)),
        2,
    )


def _part_of_a_path(key: str) -> re.Pattern[bytes]:
    """A key between quotes, an attribute, or a part of a dotted text."""
    # What starts with its text is found ten times as fast as what starts with a condition.
    text = re.escape(key)
    quoted, attribute = rf"(?<=['\"]{text})(?:\\?['\"]|\.)", rf"(?<=\.{text})(?!\w)"
    return re.compile(rf"{text}(?:{quoted}|{attribute})".encode())


def _key(word: str) -> re.Pattern[bytes]:
    """A key of a dict, or a name that may become one: quoted, an attribute, a keyword, declared."""
    text = re.escape(word)
    quoted = rf"(?<=['\"]{text})\\?['\"]"
    attribute = rf"(?<=\.{text})(?!\w)"
    named = rf"(?<=[(,;\s]{text})\s*[=:]"
    return re.compile(rf"{text}(?:{quoted}|{attribute}|{named})".encode())


def _distinctive(names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Yield one word of each dotted name that holds no known word, nor one yielded before."""
    words = [word.lower() for word in known]
    for name in names:
        if not any(word in name.lower() for word in words):
            words.append(_longest_part(name).lower())
            yield words[-1]


def _shared_parts(names: Iterable[str]) -> Iterator[str]:
    """Yield few parts of dotted names, in lower case, one of which each of the names has."""
    left = [frozenset(name.lower().split(".")) for name in names]
    while left:
        parts = sorted({part for each in left for part in each})
        best = max(parts, key=lambda part: (sum(part in each for each in left), len(part)))
        yield best
        left = [each for each in left if best not in each]


def _hints(rules: Rules) -> Iterator[str]:
    """The words and numbers that make a finding possible."""
    envelope, codes = rules.envelope, rules.error_codes
    yield from (envelope.code, envelope.description, *envelope.code_like_names)
    for rows in (codes.common, *codes.overrides.values()):
        for row in rows.values():
            if row.code != envelope.success_code:
                yield str(row.code)
            yield from (name for name in row.names if name != envelope.success_name)
    for actions in rules.actions.values():
        yield from (action[1:] for action in actions)


def _registered(suffix: str) -> str:
    """The label of a domain that its owner chose: `qcloud` of `api.qcloud.com`."""
    labels = suffix.split(".")
    return labels[-2] if len(labels) > 1 else suffix


def _longest_part(name: str) -> str:
    """The longest part of a dotted name, which may hold `*`, that a file must spell."""
    return max(re.split(r"[.*]+", name), key=len)


def _shortest(words: Iterable[str]) -> tuple[bytes, ...]:
    """Leave out empty words and those that hold another one; order is by length, then text."""
    kept: list[bytes] = []
    for word in sorted({word.encode() for word in words if word}, key=_by_length):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


def _by_length(word: bytes) -> tuple[int, bytes]:
    return len(word), word
