"""Which modules have to be linked together: those that imports connect, and no others.

What happens in one group of modules says nothing about another. Solved apart, a group is as fast,
and as well understood, in a folder of fifty thousand files as alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.modules import ModuleIndex, member_name


def components(
    programs: Sequence[ir.Program], is_known: Callable[[str], bool]
) -> list[list[ir.Program]]:
    """Return the groups of programs that import each other, each in the order given.

    `is_known` tells the names of libraries, which no file of the project stands for.
    """
    index = ModuleIndex([program.path for program in programs], is_known)
    leader = list(range(len(programs)))

    def find(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for place, program in enumerate(programs):
        for dotted in imported_names(program):
            target = index.resolve(place, dotted)
            if target is not None:
                low, high = sorted((find(place), find(target)))
                leader[high] = low
    groups: dict[int, list[ir.Program]] = {}
    for place, program in enumerate(programs):
        groups.setdefault(find(place), []).append(program)
    return list(groups.values())


def imported_names(program: ir.Program) -> set[str]:
    """Return the dotted names that a program's imports may mean."""
    names, texts = set(), set()
    by_text = False
    for function in program.functions:
        for instruction in function.code:
            match instruction:
                case ir.ImportName(module, name):
                    names.add(module)
                    if name is not None and name != "*":
                        names.add(member_name(module, name))
                    by_text = by_text or name == "import_module"
                case ir.Attribute(_, "import_module") | ir.LoadName("__import__"):
                    by_text = True
                case ir.Constant(str() as text):
                    texts.add(text)
                case _:
                    pass
    return names | texts if by_text else names
