"""Which file of the project an import means, told from the paths alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

_PACKAGE = "__init__"


def dotted_parts(path: str) -> tuple[str, ...]:
    """Return the parts of a file's longest possible dotted name; a package's is its folder."""
    folder, _, name = path.rpartition("/")
    parts = [part for part in folder.split("/") if part not in ("", ".", "..")]
    stem = _stem(name)
    if stem != _PACKAGE:
        parts.append(stem)
    return tuple(parts)


def _stem(name: str) -> str:
    """Return the name of a file without its last suffix."""
    return name.rpartition(".")[0] or name


def member_name(module: str, name: str) -> str:
    """Return the dotted name of `name` in a module, whose name may be nothing but leading dots."""
    return f"{module}{'' if module.endswith('.') else '.'}{name}"


def nothing_known(_name: str) -> bool:
    """The `is_known` of a project that uses no library."""
    return False


class ModuleIndex:
    """Finds modules by their dotted name, the nearest to the importer first.

    Any folder that is no package may be where imports start. Inside a package an absolute import
    means a file beside the importer only as Python 2 did; what `is_known` names (the first part
    of an import) is a library even if a file of the project is called so.
    """

    def __init__(
        self, paths: Sequence[str], is_known: Callable[[str], bool] = nothing_known
    ) -> None:
        self._is_known = is_known
        self._parts = [dotted_parts(path) for path in paths]
        self._is_package = [_stem(path.rpartition("/")[2]) == _PACKAGE for path in paths]
        self._packages = {
            parts
            for parts, is_package in zip(self._parts, self._is_package, strict=True)
            if is_package
        }
        self._resolved: dict[tuple[int, str], int | None] = {}
        self._by_last: dict[str, list[int]] = {}
        for index, parts in enumerate(self._parts):
            if parts:
                self._by_last.setdefault(parts[-1], []).append(index)

    @property
    def size(self) -> int:
        """How many modules there are."""
        return len(self._parts)

    def is_package(self, index: int) -> bool:
        """Tell whether a module is the `__init__` of a package."""
        return self._is_package[index]

    def parts(self, index: int) -> tuple[str, ...]:
        """Return the parts of a module's longest dotted name."""
        return self._parts[index]

    def called(self, name: tuple[str, ...]) -> list[int]:
        """Return the modules that a dotted name, given in parts, may mean to anyone."""
        return self._candidates(name)

    def may_resolve(self, module: str, name: str | None) -> bool:
        """Tell, more quickly than by resolving it, whether an import may mean a known module."""
        return (
            module.startswith(".")
            or name in self._by_last
            or any(part in self._by_last for part in module.split("."))
        )

    @cached_property
    def _folders(self) -> set[tuple[str, ...]]:
        folders = {parts[:-1] for parts in self._parts}
        return {parts[:size] for parts in folders for size in range(1, len(parts) + 1)}

    def is_folder(self, parts: tuple[str, ...]) -> bool:
        """Tell whether modules lie below the folder with these parts."""
        return parts in self._folders

    def child(self, index: int, name: str) -> int | None:
        """Return the module `name` inside the package `index`, or None."""
        if not self._is_package[index]:
            return None
        wanted = (*self._parts[index], name)
        return next((i for i in self._candidates(wanted) if self._parts[i] == wanted), None)

    def resolve(self, importer: int, dotted: str) -> int | None:
        """Return the index of the module `dotted` (with leading dots if relative), or None."""
        asked = (importer, dotted)
        if asked not in self._resolved:
            self._resolved[asked] = self._resolve(importer, dotted)
        return self._resolved[asked]

    def _resolve(self, importer: int, dotted: str) -> int | None:
        level = len(dotted) - len(dotted.lstrip("."))
        wanted = tuple(part for part in dotted[level:].split(".") if part)
        if level:
            base = self._parts[importer]
            drop = level - 1 if self._is_package[importer] else level
            if drop > len(base):
                return None
            wanted = base[: len(base) - drop] + wanted
            exact = [i for i in self._candidates(wanted) if self._parts[i] == wanted]
            return exact[0] if exact else None
        # An absolute import never means the file it stands in.
        found = [
            index
            for index in self._candidates(wanted)
            if index != importer and self._may_mean(importer, index, wanted)
        ]
        found.sort(key=lambda i: self._nearness(importer, i), reverse=True)
        if (
            len(found) > 1
            and self._nearness(importer, found[0])[:2] == (self._nearness(importer, found[1])[:2])
        ):
            return None  # Which of them is meant only the path of the run would tell.
        return found[0] if found else None

    def _may_mean(self, importer: int, index: int, wanted: tuple[str, ...]) -> bool:
        """Tell whether imports may start where this module's name would have to."""
        start = self._parts[index][: -len(wanted)]
        here = self._parts[importer]
        beside = start == (here if self._is_package[importer] else here[:-1])
        if start in self._packages:
            return beside and not self._is_known(wanted[0])
        # A package may be called like a library: its own modules mean the package.
        inside = len(wanted) > 1 and here[: len(start) + 1] == (*start, wanted[0])
        return beside or inside or not self._is_known(wanted[0])

    def _candidates(self, wanted: tuple[str, ...]) -> list[int]:
        if not wanted:
            return []
        return [
            index
            for index in self._by_last.get(wanted[-1], ())
            if self._parts[index][-len(wanted) :] == wanted
        ]

    def _nearness(self, importer: int, other: int) -> tuple[int, int, int]:
        mine, theirs = self._parts[importer], self._parts[other]
        shared = 0
        for a, b in zip(mine, theirs, strict=False):
            if a != b:
                break
            shared += 1
        return (shared, -len(theirs), -other)
