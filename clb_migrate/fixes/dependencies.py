"""What files that declare dependencies become when code is migrated (rule CLB207).

A file that asks for a legacy SDK serves the folders below its own (a folder called `requirements`
serves the one above it), and whatever a file serves that includes it with `-r`. The nearest one
above a Python file decides for it. The distribution of API 3.0 is put beside the old one as soon
as code it decides for is migrated; the old one goes when none is left that uses anything legacy.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from clb_migrate.asking import Asked
from clb_migrate.findings import Location, Span
from clb_migrate.fixes.dependency_edits import (
    Change,
    Refused,
    edits,
    installs,
    proven,
    requirement,
    scope_of,
)
from clb_migrate.fixes.results import Reason
from clb_migrate.source.dependencies import encoding_of, format_of, mentions_in
from clb_migrate.source.dependencies.mentions import Mention, Names
from clb_migrate.source.dependencies.names import holds_any, normalised
from clb_migrate.source.dependencies.toml import NotToml
from clb_migrate.source.rewriting import Rewritten
from clb_migrate.table.rows import Rules

_REQUIREMENTS_FOLDER: Final = "requirements"
_INCLUDED: Final = re.compile(
    r"^[ \t]*(?:-r[ \t]*|--requirement(?:[ \t]+|=))(?P<path>[^\s#]+)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Declaring:
    """A file that declares dependencies: what reports call it, and its bytes."""

    shown: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DependencyChanges:
    """The new bytes of files by their places, and why what stays has to stay."""

    changes: Mapping[str, bytes] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    notices: tuple[str, ...] = ()


def imports_legacy(data: bytes, rules: Rules) -> bool:
    """Tell whether Python code may import a legacy SDK, or name something in one in a string."""
    return _imports(rules.sdk.legacy_imports).search(data) is not None


@cache
def _imports(roots: tuple[str, ...]) -> re.Pattern[bytes]:
    root = "|".join(re.escape(each).replace(r"\*", r"\w*") for each in roots)
    return re.compile(
        rf"^[^#\n'\"]*\bfrom\s+(?:{root})\b"
        rf"|^(?:[^#\n'\"]*[;:])?[ \t]*import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*(?:{root})\b"
        rf"|['\"](?:{root})\.[A-Za-z_]"
        rf"|import(?:_module|__)\(\s*['\"](?:{root})['\"]".encode(),
        re.MULTILINE,
    )


def dependency_changes(
    files: Mapping[str, Declaring],
    migrated_places: Collection[str],
    places_with_legacy_left: Collection[str],
    packages: Iterable[str],
    rules: Rules,
    *,
    elsewhere: Callable[[str], Iterable[str]] = lambda _folder: (),
    remove: bool = True,
    asked: Asked | None = None,
    withheld: Collection[Location] = (),
) -> DependencyChanges:
    """Return what becomes of `files`, given by their places (absolute, with slashes).

    `packages` are the distributions that the migrated code needs. `elsewhere` is asked for the
    files below a folder that use a legacy SDK and were not looked at; without `remove` nothing
    old goes. Only files of `asked` change; of others it is told what migrated code needs in them.
    What is `withheld` is not to be reported, and stays as it is.
    """
    wanted = tuple(packages)
    read = {place: _File(place, file, rules, wanted) for place, file in files.items()}
    for file in read.values():
        file.is_asked_about = asked is None or asked.holds(file.shown)
    _include(read)
    holders = [file for file in read.values() if file.pins]
    by_folder: dict[str, list[_File]] = {}
    for holder in holders:
        for folder in holder.serves:
            by_folder.setdefault(folder, []).append(holder)

    def deciding(place: str) -> list[_File]:
        return next((by_folder[each] for each in _above(place) if each in by_folder), [])

    growing: set[str] = set()
    unserved: set[str] = set()
    for place in migrated_places if wanted else ():
        found = deciding(place)
        growing.update(file.place for file in found)
        if not found and not _is_present_above(place, read.values(), wanted):
            unserved.add(place)
    used: dict[str, str] = {}
    for place in sorted(places_with_legacy_left):
        for file in deciding(place):
            used.setdefault(file.place, place)
    run = _Run(
        wanted,
        _least_versions(rules),
        any(file.has_all(wanted) for file in read.values()),
        withheld,
    )
    for holder in _included_first(holders):
        user = used.get(holder.place)
        if user is None and remove:
            beyond = (each for folder in sorted(holder.serves) for each in elsewhere(folder))
            user = next((each for each in beyond if holder in deciding(each)), None)
        _change(holder, run, grows=holder.place in growing, user=user, remove=remove)
    return DependencyChanges(
        {
            file.place: file.encoded()
            for file in sorted(read.values(), key=lambda file: file.place)
            if file.is_changed
        },
        tuple(sorted(run.reasons, key=lambda reason: reason.location)),
        tuple(_notices(unserved, wanted)),
    )


def _notices(unserved: Collection[str], wanted: tuple[str, ...]) -> Iterator[str]:
    if unserved:
        yield (
            f"the migrated code needs {' and '.join(wanted)}, and none of the files given asks "
            "for a legacy SDK beside which it could be put; see to it that it is installed"
        )


@dataclass(slots=True)
class _Run:
    wanted: tuple[str, ...]
    versions: Mapping[str, str]
    is_present: bool
    """Some file asks for what is wanted already."""
    withheld: Collection[Location]
    reasons: list[Reason] = field(default_factory=list)


class _File:
    """A dependency file while it changes."""

    def __init__(self, place: str, file: Declaring, rules: Rules, wanted: tuple[str, ...]) -> None:
        self.place, self.shown, self.before = place, file.shown, file.data
        self.mark, self.encoding = encoding_of(file.data)
        body = file.data[len(self.mark) :]
        self.text = body.decode(self.encoding, errors="replace")
        self.is_exact = self._bytes(self.text) == file.data
        self.is_asked_about = True
        self.old_text = self.text
        self.commands = frozenset(map(normalised, rules.sdk.legacy_commands))
        self._legacy = Names.of(rules.sdk.legacy_distributions)
        self._current = _providers(rules, wanted)
        self.includes: list[_File] = []
        self.serves = {_served_folder(place)}
        asked = self.legacy if holds_any(self.text, rules.sdk.legacy_distributions) else []
        self.pins = [each for each in asked if each.name not in self.commands]

    @property
    def legacy(self) -> list[Mention]:
        """The places that ask for something legacy, commands included."""
        return self._mentions(self._legacy)

    @property
    def is_changed(self) -> bool:
        return self.text != self.old_text

    def encoded(self) -> bytes:
        return self._bytes(self.text)

    def _bytes(self, text: str) -> bytes:
        return self.mark + text.encode(self.encoding, errors="replace")

    def has_all(self, wanted: tuple[str, ...], scope: object = None) -> bool:
        """Tell whether it, or a file it includes, asks for what brings all of `wanted` along."""
        if any(file.has_all(wanted) for file in self.includes):
            return True
        found = self._mentions(self._current)
        own = [each for each in found if installs(self.place, self.text, each)]
        if scope is not None:
            own = [
                each for each in own if self._covers(scope_of(self.place, self.text, each), scope)
            ]
        names = {each.name for each in own}
        plain = {*map(normalised, wanted)}
        # What is not wanted itself brings all of it along.
        return bool(names - plain) or (bool(names) and names >= plain)

    @staticmethod
    def _covers(other: object, scope: object) -> bool:
        """What a project needs in any case, its extras need not ask for."""
        main = (("project", "dependencies"), ("tool", "poetry", "dependencies"))
        return other == scope or other in main

    def _mentions(self, names: Names) -> list[Mention]:
        try:
            return [*mentions_in(self.place, self.text, names)]
        except NotToml:
            return []


def _change(holder: _File, run: _Run, *, grows: bool, user: str | None, remove: bool) -> None:
    """Add what is wanted and take away what is not, from the last mention to the first."""
    taken: set[object] = set()
    plans: list[tuple[bool, bool]] = []
    mentions = holder.legacy
    withheld = [_location(holder, mention) in run.withheld for mention in mentions]
    for mention, stays in zip(mentions, withheld, strict=True):
        if stays:
            plans.append((False, False))
            continue
        scope = scope_of(holder.place, holder.text, mention)
        add = (
            grows
            and mention.name not in holder.commands
            and scope not in taken
            and installs(holder.place, holder.text, mention)
            and not holder.has_all(run.wanted, scope)
        )
        if add:
            taken.add(scope)
        settled = (
            grows
            or holder.has_all(run.wanted or (), scope)
            or (run.is_present and not installs(holder.place, holder.text, mention))
        )
        gone = remove and settled and user is None and mention.name not in holder.commands
        plans.append((add, gone))
    # Lines move, so reasons are told once all is done; `kept` holds the mentions that stay.
    kept: list[tuple[str, str]] = []
    for index in reversed(range(len(mentions))):
        add, gone = plans[index]
        mention = holder.legacy[index]
        refused = _edited(holder, run, mention, add=add, gone=gone) if add or gone else None
        if withheld[index]:
            step = "see to it that what migrated code needs is installed" if grows else ""
            kept.append(("it is not to be reported", step))
        elif refused is not None or not gone:
            kept.append(refused or _why_it_stays(holder, mention, user, remove=remove))
            if not holder.is_asked_about and not (refused and grows):
                kept[-1] = ("", "")
    stay = holder.legacy
    for mention, (text, step) in zip(stay, reversed(kept), strict=False):
        if text:
            run.reasons.append(Reason(_location(holder, mention), f"{mention.name}: {text}", step))


def _edited(
    holder: _File, run: _Run, mention: Mention, *, add: bool, gone: bool
) -> tuple[str, str] | None:
    """Make a change, or return why that cannot be, with the steps."""
    change = Change(mention, run.wanted if add else (), gone)
    try:
        if not holder.is_asked_about:
            raise Refused("the file is not among those given")
        if not holder.is_exact:
            raise Refused(f"the file holds what is not valid {holder.encoding}")
        made = edits(holder.place, holder.text, change, run.versions)
        after = Rewritten(holder.text, made).text
        if not proven(holder.place, holder.text, after):
            raise Refused("the file is laid out in a way that is not understood")
    except Refused as refused:
        if not add and not gone:
            return None
        new = " and ".join(requirement(name, run.versions) for name in run.wanted)
        steps = [f"add {new}"] if add else []
        steps += ["remove the old one"] if gone else []
        return str(refused), " and ".join(steps) + refused.how
    holder.text = after
    return None


def _why_it_stays(
    holder: _File, mention: Mention, user: str | None, *, remove: bool
) -> tuple[str, str]:
    if mention.name in holder.commands:
        return "scripts of any kind may use this command", "remove it once none of them does"
    if user is not None:
        shown = _shown_beside(holder, user)
        return f"code that needs it is left in {shown}", "migrate that by hand, then fix once more"
    if not remove:
        return "", ""
    return (
        "nothing was seen that uses it, nor what takes its place",
        "remove it if you do not need it",
    )


def _shown_beside(holder: _File, place: str) -> str:
    """Return what reports call a place, as far as the name of a file near it tells."""
    root = holder.place.removesuffix(holder.shown)
    if root != holder.place and place.startswith(root):
        return place[len(root) :]
    return os.path.relpath(place).replace(os.sep, "/")


def _location(holder: _File, mention: Mention) -> Location:
    text = holder.text

    def position(offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

    return Location(holder.shown, Span(*position(mention.start), *position(mention.end)))


def _served_folder(place: str) -> str:
    folder = posixpath.dirname(place)
    inside = posixpath.basename(folder).lower() == _REQUIREMENTS_FOLDER
    return posixpath.dirname(folder) if inside else folder


def _above(place: str) -> Iterator[str]:
    """Yield the folders above a file, the nearest first."""
    folder = posixpath.dirname(place)
    while True:
        yield folder
        above = posixpath.dirname(folder)
        if above == folder:
            return
        folder = above


def _include(files: Mapping[str, _File]) -> None:
    """Let files know what they include, and included ones serve what those serve."""
    for file in files.values():
        if format_of(file.place) == "requirements":
            for match in _INCLUDED.finditer(file.text):
                path = posixpath.join(posixpath.dirname(file.place), match["path"].strip("'\""))
                included = files.get(posixpath.normpath(path))
                if included is not None and included is not file:
                    file.includes.append(included)
    for file in files.values():
        for included in _closure(file):
            included.serves |= file.serves
    # A circle would never end where files are asked for what they include.
    for file in files.values():
        file.includes = [each for each in file.includes if file not in _closure(each)]


def _closure(file: _File) -> list[_File]:
    found: list[_File] = []
    waiting = [*file.includes]
    while waiting:
        each = waiting.pop()
        if each not in found and each is not file:
            found.append(each)
            waiting += each.includes
    return found


def _included_first(files: list[_File]) -> list[_File]:
    return sorted(files, key=lambda file: (len(_closure(file)), file.place))


def _is_present_above(place: str, files: Iterable[_File], wanted: tuple[str, ...]) -> bool:
    folders = {*_above(place)}
    return any(file.serves & folders and file.has_all(wanted) for file in files)


def _providers(rules: Rules, wanted: tuple[str, ...]) -> Names:
    """Return the distributions that are wanted or bring those along: of a product, or of all."""
    products = {row.package for row in rules.modules.values() if row.package}
    products |= {*wanted, *rules.sdk.replacement_distributions}
    # All are parts of one distribution, by whose name theirs begin.
    whole = posixpath.commonpath([each.replace("-", "/") for each in products]).replace("/", "-")
    return Names.of([*products, *([whole] if "-" in whole else [])])


def _least_versions(rules: Rules) -> Mapping[str, str]:
    """Return the versions that the table was proven against, which are surely new enough."""
    told = (each.split(",")[0].split() for each in rules.sdk.source)
    return {words[0]: words[1] for words in told if len(words) == 2}
