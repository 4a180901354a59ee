"""Which modules have to be linked together: those that imports connect, and no others.

What happens in one group of modules says nothing about another. Solved apart, a group is as fast,
and as well understood, in a folder of fifty thousand files as alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.modules import ModuleIndex, member_name


def components(programs: Mapping[int, ir.Program], index: ModuleIndex) -> list[list[int]]:
    """Return the groups of these modules that import each other, or another one together.

    The keys of `programs` are places in `index`; groups and their members keep their order.
    """
    pairs = (
        (place, target)
        for place, program in programs.items()
        for dotted in imported_names(program)
        if (target := index.resolve(place, dotted)) is not None
    )
    return joined([[place] for place in programs], pairs)


def joined(groups: Sequence[Sequence[int]], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups, those made one that some of the pairs connect, directly or not."""
    leader: dict[int, int] = {member: group[0] for group in groups for member in group}

    def find(place: int) -> int:
        leader.setdefault(place, place)
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        leader[high] = low
    found: dict[int, list[int]] = {}
    for group in groups:
        found.setdefault(find(group[0]), []).extend(group)
    return [sorted(group) for group in found.values()]


def imported_names(program: ir.Program) -> set[str]:
    """Return the dotted names that a program's imports may mean."""
    names, texts = set(), set()
    by_text = False
    for function in program.functions:
        for instruction in function.code:
            if isinstance(instruction, ir.Constant):
                if isinstance(instruction.value, str):
                    texts.add(instruction.value)
            elif isinstance(instruction, ir.Attribute):
                by_text = by_text or instruction.name == "import_module"
            elif isinstance(instruction, ir.LoadName):
                by_text = by_text or instruction.name == "__import__"
            elif isinstance(instruction, ir.ImportName):
                name = instruction.name
                names.add(instruction.module)
                if name is not None and name != "*":
                    names.add(member_name(instruction.module, name))
                by_text = by_text or name == "import_module"
    return names | texts if by_text else names
