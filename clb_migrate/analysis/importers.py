"""Who imports a name from a module, told from the bytes of all files.

To read the imports of every file of a large project exactly, and to find what each of them means,
takes longer than everything else. So it is done only for files whose import statements hold the
last part of a module's dotted name, without which nothing can be imported from it; or, for a
package, for files below it that import something from a place of nothing but dots.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from clb_migrate.analysis.modules import ModuleIndex, member_name
from clb_migrate.source.imports import imports_in

_FROM_DOTS = re.compile(rb"from[ \t]+\.+[ \t]+import")
_BORDER = b"\n\n"
"""Between the texts of two files: no word goes across."""

ImportTexts = Callable[[], Sequence[bytes]]
"""Gives the import statements of all files, each as one text (`source.imports.import_text`)."""


class Importers:
    """Finds the files of a project that import a name.

    `read` returns the bytes of a file, `texts` the import statements of all of them; files are
    numbered as in `index`.
    """

    def __init__(
        self, index: ModuleIndex, read: Callable[[int], bytes | None], texts: ImportTexts
    ) -> None:
        self._index = index
        self._read = read
        self._texts = texts
        self._taken: dict[int, Sequence[tuple[int, str | None]]] = {}

    def of(self, exported: Mapping[int, Collection[str]]) -> list[int]:
        """Return the files that import one of these names, in order.

        `exported` maps modules to names of theirs. A file that imports the whole module counts
        if it spells the name anywhere; one that imports everything from it always does.
        """
        found: set[int] = set()
        for importer, modules in self._possible(exported).items():
            data = self._read(importer) or b""
            spelled = {
                module: [name for name in exported[module] if name.encode() in data]
                for module in modules
            }
            if not any(spelled.values()) and b"*" not in self._text(importer):
                continue
            if any(
                imported == "*" or (imported is None and spelled[module]) or imported in names
                for module, imported in self._imports(importer)
                if (names := spelled.get(module)) is not None
            ):
                found.add(importer)
        return sorted(found)

    def _possible(self, exported: Mapping[int, Collection[str]]) -> dict[int, list[int]]:
        """Return for each file that may import from one of the modules, from which of them."""
        by_word: dict[str, list[int]] = {}
        found: dict[int, list[int]] = {}
        for module, names in exported.items():
            parts = self._index.parts(module)
            if not names or not parts:
                continue
            by_word.setdefault(parts[-1], []).append(module)
            if self._index.is_package(module):
                for importer in self._from_dots:
                    if self._index.parts(importer)[: len(parts)] == parts:
                        found.setdefault(importer, []).append(module)
        for word, modules in by_word.items():
            for importer in self._holding(word.encode()):
                known = found.setdefault(importer, [])
                known += (each for each in modules if each != importer and each not in known)
        return dict(sorted(found.items()))

    @cached_property
    def _joined(self) -> tuple[bytes, Sequence[int]]:
        """The import statements of all files in one text, and where those of each begin."""
        texts = self._texts()
        starts = [0, *accumulate(len(text) + len(_BORDER) for text in texts)]
        return _BORDER.join(texts) + _BORDER, starts

    def _text(self, importer: int) -> bytes:
        text, starts = self._joined
        return text[starts[importer] : starts[importer + 1]]

    @cached_property
    def _from_dots(self) -> Sequence[int]:
        return [*self._matching(_FROM_DOTS)]

    def _holding(self, word: bytes) -> Iterator[int]:
        plain = re.escape(word)
        # What starts with its text is found ten times as fast as what starts with a condition.
        return self._matching(re.compile(rb"%b(?<!\w%b)(?!\w)" % (plain, plain)))

    def _matching(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Yield the files whose import statements hold a match, in order."""
        text, starts = self._joined
        match = pattern.search(text)
        while match is not None:
            file = bisect_right(starts, match.start()) - 1
            yield file
            match = pattern.search(text, starts[file + 1])

    def _imports(self, importer: int) -> Sequence[tuple[int, str | None]]:
        """Return what a file imports from which modules; None for the whole of one."""
        if importer not in self._taken:
            found = dict.fromkeys(
                (target, part)
                for module, name in imports_in(self._text(importer))
                for target, part in self._targets(importer, module, name)
                if target != importer
            )
            self._taken[importer] = tuple(found)
        return self._taken[importer]

    def _targets(
        self, importer: int, module: str, name: str | None
    ) -> Iterable[tuple[int, str | None]]:
        """Yield what `import module` or `from module import name` may take from where."""
        if not self._index.may_resolve(module, name):
            return
        dotted = module
        while name is None and dotted.strip("."):
            # `import a.b` also gives what `a` holds.
            target = self._index.resolve(importer, dotted)
            if target is not None:
                yield target, None
            dotted = dotted.rpartition(".")[0]
        if name is None:
            return
        target = self._index.resolve(importer, module)
        if target is not None:
            yield target, name
        if name != "*":
            inner = self._index.resolve(importer, member_name(module, name))
            if inner is not None:
                yield inner, None
