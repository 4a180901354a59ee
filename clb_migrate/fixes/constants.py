"""Named codes: constants and collections whose only purpose are comparisons with codes of answers.

    # before                                   # after
    DENIED = 4101                              DENIED = "AuthFailure.UnauthorizedOperation"
    code == DENIED                             code == DENIED
    KEYS = {4104, 4106}                        KEYS = {"AuthFailure.SecretIdNotFound", ...}
    code in KEYS                               code in KEYS

Conditions are written out in place first, which is right whatever else a name is used for. Where
all that is done with a name are such conditions, of flows that all migrate, the name is kept
instead and gets the 3.0 codes. Else its definition stays, and a review tells so.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.operands import operands
from clb_migrate.analysis.values import (
    Atom,
    Call,
    ClassValue,
    Const,
    Container,
    External,
    ProjectModule,
    Site,
)
from clb_migrate.fixes.conditions import Asked, entries, key_helper
from clb_migrate.fixes.decisions import fields_of
from clb_migrate.fixes.study import Rewrite, Study
from clb_migrate.fixes.tables import (
    HELPER,
    is_code,
    key_helper_fits,
    laid_out,
    names_not_followed,
    written_parts,
)
from clb_migrate.fixes.writer import ATOM, COMPARISON, Piece, Writer

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

Named = Site | tuple[int, int, int]
"""A constant by where it is defined, or a collection by program, function and register."""

_COLLECTORS = frozenset(("builtins.frozenset", "builtins.set", "builtins.tuple", "builtins.list"))
_MIXED_IN = ("IntEnum", "IntFlag", "StrEnum", "ReprEnum", "int", "str", "float")
_EQUALITY = {"==": False, "is": False, "!=": True, "is not": True}
_MEMBERSHIP = {"in": False, "not in": True}


@dataclass(slots=True)
class _Use:
    """A comparison of a code with something named."""

    frame: Frame
    register: int
    node: ir.Compare
    subject: int
    """Which operand is the code."""


@dataclass(slots=True)
class _Thing:
    """Something named, and what is known of it."""

    frame: Frame
    bound: int
    """The register that gives it its name."""
    name: str
    literal: int
    """The register of the literal or display."""
    uses: list[_Use] = field(default_factory=list)
    holders: dict[tuple[Hashable, str], None] = field(default_factory=dict)
    other: bool = False
    """It is used in other ways as well."""


class Constants:
    """Names that stand for codes."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study: Study = uses.study
        self._things: dict[Named, _Thing] = {}

    def finish(self) -> None:
        """Keep the names of what only served comparisons; last of all, for it changes no flow."""
        self._find()
        if not self._things:
            return
        self._follow()
        self._elsewhere()
        leader = _leaders(self.study)
        for thing in self._things.values():
            calls = {call for use in thing.uses for call in self._calls(use)}
            if not calls:
                continue
            if thing.other or not self._kept(thing, calls, leader):
                self.study.review(
                    calls,
                    thing.frame,
                    thing.bound,
                    f"{thing.name} keeps legacy codes; conditions on answers name the 3.0 codes "
                    "themselves now",
                    "take it away if nothing else uses it",
                )

    # -- what there is ----------------------------------------------------------------------

    def _find(self) -> None:
        """Note the names that get a literal, or a collection written out, at module level."""
        for frame in self._frames():
            if frame.value.function != 0:
                continue
            code = self.study.code(frame)
            for register, node in enumerate(code):
                if not isinstance(node, ir.Bind):
                    continue
                source = node.value
                if isinstance(code[source], ir.Constant):
                    site = self.study.solver.site(frame, node.span)
                    thing = _Thing(frame, register, node.name, source)
                    self._things[site] = thing
                    continue
                for atom in frame.registers[source]:
                    made = self._made(atom)
                    if made is not None and made[:2] == (frame.value.program, 0):
                        thing = _Thing(frame, register, node.name, made[2])
                        self._things.setdefault(made, thing)

    def _frames(self) -> Iterator[Frame]:
        return (frame for frame in self.study.solver.frames if frame.runs)

    def _made(self, atom: Atom) -> tuple[int, int, int] | None:
        if not isinstance(atom, Container) or atom.kind == "dict" or atom.register % 8:
            return None
        if not 0 <= atom.frame < len(self.study.solver.frames):
            return None
        frame = self.study.solver.frames[atom.frame]
        register = atom.register // 8
        code = self.study.code(frame)
        node = code[register] if register < len(code) else None
        if not isinstance(node, ir.Display) or node.collected:
            return None
        return frame.value.program, frame.value.function, register

    def _named(self, atom: Atom) -> Named | None:
        if isinstance(atom, Const):
            return atom.defined if atom.defined in self._things else None
        made = self._made(atom)
        return made if made in self._things else None

    def _calls(self, use: _Use) -> set[Call]:
        fields = fields_of(use.frame.registers[use.node.operands[use.subject]])
        return {each.call for each in fields if each.call is not None}

    # -- what is done with it ---------------------------------------------------------------

    def _follow(self) -> None:
        for frame in self._frames():
            for register, node in enumerate(self.study.code(frame)):
                for operand in operands(node):
                    for atom in frame.registers[operand]:
                        named = self._named(atom)
                        if named is not None:
                            self._used(self._things[named], frame, register, node, operand)

    def _used(
        self, thing: _Thing, frame: Frame, register: int, node: ir.Instruction, operand: int
    ) -> None:
        match node:
            case ir.Bind(name):
                # By another name it would be hard to follow for a reader as well.
                if name == thing.name:
                    return
            case ir.StoreName(name, None):
                thing.holders[("module", frame.value.program), name] = None
                if name == thing.name and len(frame.registers[operand]) == 1:
                    return
            case ir.StoreAttribute(base, name) if operand == node.value:
                owners = frame.registers[base]
                thing.holders.update({(owner, name): None for owner in owners})
                if owners and all(
                    isinstance(each, ClassValue) and not self.uses.members(each) for each in owners
                ):
                    return
            case ir.Call(function) if operand != function:
                functions = frame.registers[function]
                names = {each.name for each in functions if isinstance(each, External)}
                written_here = frame is thing.frame and operand == thing.literal
                if written_here and len(functions) == 1 and names and names <= _COLLECTORS:
                    return
            case ir.Compare() if len(node.operators) == 1:
                place = 1 if node.operands[0] == operand else 0
                value = frame.registers[node.operands[place]]
                if value and all(map(is_code, value)) and len(frame.registers[operand]) == 1:
                    thing.uses.append(_Use(frame, register, node, place))
                    return
            case _:
                pass
        thing.other = True

    def _elsewhere(self) -> None:
        """Find names that code which was not followed uses, or that are bound more than once."""
        solver = self.study.solver
        ran = {(frame.value.program, frame.value.function) for frame in self._frames()}
        resting = names_not_followed(solver, ran)
        bound: dict[tuple[int, str], int] = {}
        for index, program in solver.programs.items():
            for function in program.functions:
                for node in function.code:
                    if isinstance(node, ir.StoreName) and node.depth is None:
                        place = (index, node.name)
                        bound[place] = bound.get(place, 0) + 1
        for thing in self._things.values():
            if not thing.uses or thing.other:
                continue
            for owner, name in thing.holders:
                imported = isinstance(owner, tuple)
                where: int = owner[1] if isinstance(owner, tuple) else thing.frame.value.program
                thing.other = (
                    thing.other
                    or name in resting
                    or bound.get((where, name), 0) > 1
                    or bool(self.study.outsider(where, name, imported=imported))
                )

    # -- keeping the name -------------------------------------------------------------------

    def _kept(self, thing: _Thing, calls: set[Call], leader: Callable[[Call], Call]) -> bool:
        """Let a name have 3.0 codes; tell whether that can be done."""
        study = self.study
        found = [self._rewrite_of(thing, use) for use in thing.uses]
        if None in found or not self._alike(calls, leader):
            return False
        asked = {rewrite.key[1] for rewrite in found if rewrite and isinstance(rewrite.key, tuple)}
        wanted = asked.pop() if len(asked) == 1 else None
        if not isinstance(wanted, Asked) or wanted.blocked:
            return False
        subject, keys = self._keys(wanted)
        if not keys:
            return False
        program, frame = thing.frame.value.program, thing.frame
        tree = study.tree(program)
        node = study.node(frame, thing.literal)
        if tree is None or node is None or not self._is_plain_definition(thing, node):
            return False
        is_collection = isinstance(node, (cst.Tuple, cst.List, cst.Set))
        elements = written_parts(tree, node) if is_collection else None
        if is_collection and elements is None:
            return False
        if subject == "helper" and not all(
            key_helper_fits(study, use.frame.value.program) for use in thing.uses
        ):
            return False
        several = is_collection or len(keys) > 1

        def write(writer: Writer) -> Piece:
            texts = [writer.quoted(key, node) for key in keys]
            if elements is None and len(texts) == 1:
                return Piece(texts[0])
            return Piece(laid_out(tree, node, elements, texts))

        study.rewrite(frame, thing.literal, node, ("named", keys), calls, write)
        for use, rewrite in zip(thing.uses, found, strict=True):
            if rewrite is not None:
                self._compared(use, rewrite, subject, several=several, calls=calls)
        study.merge(calls)
        return True

    def _rewrite_of(self, thing: _Thing, use: _Use) -> Rewrite | None:
        """Return the condition written for a use, if the name can stand in it in all frames."""
        study = self.study
        site = study.node(use.frame, use.register)
        rewrite = study.rewrites.get((use.frame.value.program, id(site)))
        if rewrite is None or not isinstance(site, cst.Comparison):
            return None
        key = rewrite.key
        if not isinstance(key, tuple) or key[0] != "condition" or key[3]:
            return None
        sign = use.node.operators[0]
        if sign not in _EQUALITY and (sign not in _MEMBERSHIP or use.subject != 0):
            return None
        other = 1 - use.subject
        told = site.comparisons[0].comparator if other else site.left
        if not isinstance(told, (cst.Name, cst.Attribute)):
            return None
        for frame in study.frames_of(use.frame.value.program, use.frame.value.function):
            atoms = list(frame.registers[use.node.operands[other]])
            code = frame.registers[use.node.operands[use.subject]]
            if len(atoms) != 1 or not code or not all(map(is_code, code)):
                return None
            named = self._named(atoms[0])
            if named is None or self._things[named] is not thing:
                return None
        return rewrite

    def _alike(self, calls: Iterable[Call], leader: Callable[[Call], Call]) -> bool:
        """Tell whether flows migrate alike, so that none stays because of another one."""
        roots = {leader(call) for call in calls}
        study = self.study
        blocked = {leader(call) for note in study.obstacles for call in note.calls}
        doubtful = {leader(call) for note in study.doubts for call in note.calls}
        return not roots & blocked and (roots <= doubtful or not roots & doubtful)

    def _keys(self, wanted: Asked) -> tuple[str, tuple[str, ...]]:
        """Return how the code is looked at, and what the name stands for then."""
        found = entries(wanted)
        if found is None or wanted.any_error:
            return "", ()
        branches = wanted.accepted
        success = ("",) if wanted.success else ()
        roots = tuple(branch.pattern.root for branch in branches)
        if not any(branch.pattern.family or branch.but for branch in branches):
            return "code", (*success, *roots)
        if all(b.pattern.family and not b.but and "." not in b.pattern.root for b in branches):
            return "family", (*success, *roots)
        return "helper", found.keys

    def _is_plain_definition(self, thing: _Thing, node: cst.CSTNode) -> bool:
        """Tell whether a literal is all that an assignment to one name gives, without a type."""
        tree = self.study.tree(thing.frame.value.program)
        if tree is None or not isinstance(
            node, (cst.Integer, cst.SimpleString, cst.Tuple, cst.List, cst.Set)
        ):
            return False
        above = tree.parent(node)
        if isinstance(above, cst.Arg):
            above = tree.parent(tree.parent(above) or above)
        return (
            isinstance(above, cst.Assign)
            and len(above.targets) == 1
            and isinstance(above.targets[0].target, cst.Name)
        )

    def _compared(
        self, use: _Use, rewrite: Rewrite, subject: str, *, several: bool, calls: set[Call]
    ) -> None:
        study = self.study
        site = study.node(use.frame, use.register)
        assert isinstance(site, cst.Comparison)
        sides = (site.left, site.comparisons[0].comparator)
        code, name = sides[use.subject], sides[1 - use.subject]
        sign = use.node.operators[0]
        negated = {**_EQUALITY, **_MEMBERSHIP}[sign]
        sign = ("not in" if negated else "in") if several else ("!=" if negated else "==")

        def write(writer: Writer) -> Piece:
            match subject:
                case "code":
                    asked = writer.text(code, COMPARISON + 1)
                case "family":
                    mark = writer.quotes(site)
                    asked = f"{writer.text(code, ATOM)}.split({mark}.{mark})[0]"
                case _:
                    asked = f"{HELPER}({writer.text(code)})"
            return Piece(f"{asked} {sign} {writer.text(name, COMPARISON + 1)}", COMPARISON)

        if subject == "helper":
            helper = key_helper(study.rules.error_codes, HELPER, _mark(study, use.frame))
            if helper is not None:
                study.need(use.frame.value.program, calls, helper)
        rewrite.key = ("named", subject, several, rewrite.key)
        rewrite.write = write
        rewrite.calls |= calls


def _mark(study: Study, frame: Frame) -> str:
    tree = study.tree(frame.value.program)
    text = tree.text if tree is not None else ""
    return '"' if text.count('"') >= text.count("'") else "'"


def _leaders(study: Study) -> Callable[[Call], Call]:
    """Return what tells for each call one call of its flow."""
    leader: dict[Call, Call] = {}

    def find(call: Call) -> Call:
        while leader.setdefault(call, call) != call:
            leader[call] = leader[leader[call]]
            call = leader[call]
        return call

    for together in (*study.together, *_sites(study)):
        first, *others = together
        for other in others:
            leader[find(other)] = find(first)
    return find


def _sites(study: Study) -> Iterable[list[Call]]:
    sites: dict[tuple[int, int, int], list[Call]] = {}
    for call, frame in study.calls.items():
        place = (frame.value.program, frame.value.function, call.register)
        sites.setdefault(place, []).append(call)
    return sites.values()


def opaque_members(uses: Uses) -> frozenset[Site]:
    """Return where members of plain enumerations are defined that are used without `.value`.

    Such a member is no number: it equals nothing but itself.
    """
    study = uses.study
    solver = study.solver
    objects = solver._transfer.objects  # the way the analysis itself reads one
    found: set[Site] = set()
    for frame in solver.frames:
        if not frame.runs:
            continue
        for register, node in enumerate(study.code(frame)):
            if not isinstance(node, ir.Attribute):
                continue
            for base in frame.registers[node.base]:
                if isinstance(base, ProjectModule) or not isinstance(base, ClassValue):
                    continue
                if not objects.is_enumeration(frame, base):
                    continue
                above = [a for a, _ in objects.ancestors(frame, base) if isinstance(a, External)]
                if any(each.name.rsplit(".", 1)[-1] in _MIXED_IN for each in above):
                    continue
                site = study.node(frame, register)
                outer = study.parent(frame, site) if site is not None else None
                if isinstance(outer, cst.Attribute) and outer.attr.value == "value":
                    continue
                found |= {
                    atom.defined
                    for atom in frame.registers[register]
                    if isinstance(atom, Const) and atom.defined is not None
                }
    return frozenset(found)
