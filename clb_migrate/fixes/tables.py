"""Dispatch tables: dicts that are looked up by a code.

    # before                             # after
    HINTS = {4400: "slow down"}          HINTS = {"RequestLimitExceeded": "slow down"}
    HINTS.get(code)                      HINTS.get(_error_key(code))

The keys of a dict and everything that looks something up in it change together. So all that is done
with the dict, in every function, has to be known: it may be handed around, and looked up by codes
of legacy answers; whatever else needs the old keys. Where a family of 3.0 codes takes the place of
a legacy code, the family is the key, and a helper turns a code into the key it is found under.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.operands import operands
from clb_migrate.analysis.values import (
    Atom,
    BoundMethod,
    Call,
    ClassValue,
    Const,
    Container,
    EnvelopeField,
    FunctionValue,
    Instance,
    Method,
    ProjectModule,
    Value,
)
from clb_migrate.fixes.conditions import Keyed, chosen, key_helper, keyed, merged
from clb_migrate.fixes.decisions import LEVELS, fields_of, is_repeatable
from clb_migrate.fixes.writer import ATOM, COMPARISON, Piece, Writer

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame, Solver
    from clb_migrate.fixes.study import Study
    from clb_migrate.fixes.tree import Tree
    from clb_migrate.fixes.uses import Uses

HELPER = "_error_key"
"""The function that turns a 3.0 code into the key it is listed as."""

_WIDTH = 100
_SHORT = 88
"""A chain of conditions in place of a dict that is longer than that is worse than the dict."""

Made = tuple[int, int, int]
"""Where a dict is written: program, function, register."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """`table[code]` or `table.get(code)`, in one frame."""

    frame: Frame
    register: int
    base: int
    key: int
    call: ir.Call | None


@dataclass(slots=True)
class _Group:
    """Tables that the same code looks up, so that they have to agree."""

    tables: set[Made] = field(default_factory=set)
    lookups: list[Lookup] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Table:
    """A dict that can be written anew."""

    made: Made
    node: cst.Dict
    entries: tuple[tuple[int, cst.DictElement], ...]
    keyed: Keyed


class Tables:
    """Look-ups by a code."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self._lookups: dict[tuple[int, int], Lookup] = {}
        self._memberships: dict[tuple[int, int], tuple[Frame, int, ir.Compare]] = {}
        self._holders: dict[Made, list[tuple[Hashable, str]]] = {}
        """The names and attributes that hold a table, by their owners."""

    def looked_up(
        self, frame: Frame, register: int, base: int, key: int, call: ir.Call | None
    ) -> None:
        """Note `table[code]` or `table.get(code)`; what becomes of it is found out at the end."""
        self._lookups[frame.index, register] = Lookup(frame, register, base, key, call)

    # -- what belongs together --------------------------------------------------------------

    def finish(self) -> None:
        """Decide what becomes of all tables."""
        groups = self._groups()
        known: dict[Made, _Group] = {made: group for group in groups for made in group.tables}
        if not known:
            return
        told = self._other_uses(known)
        for group in groups:
            calls = {call for each in group.lookups for call in self._calls(each)}
            self.study.merge(calls)
            problems = [told[made] for made in sorted(group.tables) if made in told]
            for frame, register, text in problems:
                self.study.block(
                    calls,
                    frame,
                    register,
                    text,
                    "look the table up by codes of answers alone, or keep two tables",
                )
            if not problems:
                self._rewritten(group, calls)

    def _groups(self) -> list[_Group]:
        """Return the tables that are looked up, joined where one place looks up several."""
        by_site: dict[Made, _Group] = {}
        of_table: dict[Made, _Group] = {}
        for lookup in self._lookups.values():
            frame = lookup.frame
            made = self._made_by(lookup)
            if made is None:
                continue
            site = (frame.value.program, frame.value.function, lookup.register)
            groups = {id(g): g for g in (of_table.get(each) for each in made) if g is not None}
            if site in by_site:
                groups[id(by_site[site])] = by_site[site]
            group, *others = [*groups.values()] or [_Group()]
            group.lookups.append(lookup)
            group.tables |= made
            for other in others:
                group.tables |= other.tables
                group.lookups += other.lookups
                by_site.update({at: group for at, each in by_site.items() if each is other})
            by_site[site] = group
            of_table.update(dict.fromkeys(group.tables, group))
        return list({id(group): group for group in of_table.values()}.values())

    def _made_by(self, lookup: Lookup) -> set[Made] | None:
        """Return where the dicts of a look-up are written; None where something is in the way."""
        study = self.study
        frame = lookup.frame
        calls = self._calls(lookup)
        base, key = frame.registers[lookup.base], frame.registers[lookup.key]
        found: set[Made] = set()
        text = step = ""
        for atom in base:
            made = self._made(atom)
            if made is None:
                text = "a table that is not written out is looked up by a code"
                step = "write it out as a dict"
            else:
                found.add(made)
        if not found:
            text = "a table that is not known here is looked up by a code"
        if any(not is_code(atom) for atom in key):
            text = "what is looked up may also be something else than the code of an answer"
            step = "keep the two apart"
        elif len({_kind(atom) for atom in key}) != 1:
            text = "a table is looked up by numbers as well as by texts"
        elif lookup.call is not None and not self._is_get(frame, lookup.call):
            text, step = "a table is changed where it is looked up", "use get()"
        if text:
            study.block(calls, frame, lookup.register, text, step)
            return None
        return found

    def _made(self, atom: Atom) -> Made | None:
        """Return where a dict is written out; None for what is made in other ways."""
        if not isinstance(atom, Container) or atom.kind != "dict" or atom.register % 8:
            return None
        if not 0 <= atom.frame < len(self.study.solver.frames):
            return None
        frame = self.study.solver.frames[atom.frame]
        register = atom.register // 8
        code = self.study.code(frame)
        if register >= len(code):
            return None
        node = code[register]
        if not isinstance(node, ir.Display) or node.collected:
            return None
        if any(item.star or item.key is None for item in node.items):
            return None
        return frame.value.program, frame.value.function, register

    def _is_get(self, frame: Frame, call: ir.Call) -> bool:
        function = self.study.code(frame)[call.function]
        return (
            isinstance(function, ir.Attribute)
            and function.name == "get"
            and len(call.arguments) in (1, 2)
            and not any(each.star or each.keyword for each in call.arguments)
        )

    def _calls(self, lookup: Lookup) -> set[Call]:
        fields = fields_of(lookup.frame.registers[lookup.key])
        return {each.call for each in fields if each.call is not None}

    # -- what else is done with them --------------------------------------------------------

    def _other_uses(self, known: dict[Made, _Group]) -> dict[Made, tuple[Frame, int, str]]:
        """Return for each table the first use that needs its old keys."""
        study = self.study
        told: dict[Made, tuple[Frame, int, str]] = {}
        ran: set[tuple[int, int]] = set()
        for frame in study.solver.frames:
            if not frame.runs:
                continue
            ran.add((frame.value.program, frame.value.function))
            for register, node in enumerate(study.code(frame)):
                for operand in operands(node):
                    for atom in frame.registers[operand]:
                        bound = isinstance(atom, Method)
                        made = self._made(atom.receiver if isinstance(atom, Method) else atom)
                        if made is None or made not in known or made in told:
                            continue
                        text = self._text_of(frame, register, node, operand, made, bound=bound)
                        if text:
                            told[made] = (frame, register, text)
        self._names_elsewhere(known, told, ran)
        self._empty_holders(told)
        return told

    def _text_of(
        self,
        frame: Frame,
        register: int,
        node: ir.Instruction,
        operand: int,
        made: Made,
        *,
        bound: bool,
    ) -> str:
        """Return what is wrong with a use of a table; nothing where it may be."""
        if bound:
            right = isinstance(node, ir.Call) and node.function == operand
            if right and (frame.index, register) in self._lookups:
                return ""
            return "the table is also used in other ways than to be looked up by codes"
        match node:
            case ir.Bind() | ir.Narrow() | ir.Truth() | ir.MakeFunction():
                return ""
            case ir.Return():
                self._hold(made, ("frame", frame.index), ("return",))
                return ""
            case ir.Merge():
                if any(not frame.registers[each] for each in node.values):
                    return "another table that is not known here may be in its place"
                return ""
            case ir.StoreName():
                self._hold(made, ("module", frame.value.program), node.name)
                return ""
            case ir.StoreAttribute() if operand == node.value:
                owners = frame.registers[node.base]
                for owner in owners:
                    if not isinstance(owner, (Instance, ClassValue, ProjectModule)):
                        return "the table is kept in something that is not followed"
                    self._hold(made, owner, node.name)
                return "" if owners else "the table is kept in something that is not followed"
            case ir.Attribute(_, "get"):
                return ""
            case ir.Subscript() if operand == node.base:
                if (frame.index, register) in self._lookups:
                    return ""
                return "the table is also looked up by something else"
            case ir.Compare():
                return self._compared(frame, register, node, operand)
            case ir.Call() if operand != node.function:
                functions = frame.registers[node.function]
                plain = all(
                    isinstance(each, FunctionValue | BoundMethod | ClassValue) for each in functions
                )
                entered = functions and (frame.index, register) in self.uses.entered
                starred = any(each.star for each in node.arguments)
                if plain and entered and not starred:
                    return ""
                return "the table is handed to code that is not followed"
            case _:
                return "the table is also used in other ways than to be looked up by codes"

    def _hold(self, made: Made, owner: Hashable, name: Hashable) -> None:
        holders = self._holders.setdefault(made, [])
        if (owner, name) not in holders:
            holders.append((owner, name))  # type: ignore[arg-type]

    def _compared(self, frame: Frame, register: int, node: ir.Compare, operand: int) -> str:
        """`code in table`, `table is None`"""
        if len(node.operators) == 1:
            left, right = (frame.registers[each] for each in node.operands)
            other = left if node.operands[1] == operand else right
            if other and all(isinstance(a, Const) and a.value is None for a in other):
                return ""
            is_membership = node.operators[0] in ("in", "not in") and node.operands[1] == operand
            if is_membership and left and all(is_code(a) for a in left):
                self._memberships[frame.index, register] = (frame, register, node)
                return ""
        return "the table is also compared or searched for something else"

    def _names_elsewhere(
        self,
        known: Iterable[Made],
        told: dict[Made, tuple[Frame, int, str]],
        ran: set[tuple[int, int]],
    ) -> None:
        """Find code that names a table and was not followed: functions, and other files."""
        solver = self.study.solver
        resting = names_not_followed(solver, ran)
        for made in known:
            if made in told:
                continue
            first = self.study.frames_of(made[0], made[1])[0]
            for owner, name in self._holders.get(made, ()):
                if not isinstance(name, str):
                    continue
                if name in resting:
                    text = f"{resting[name]} names {name} in a way that is not followed"
                    told[made] = (first, made[2], text)
                    break
                outside = self._files_that_name(owner, name, made[0])
                if outside:
                    text = f"{outside} uses {name} as well, and nothing of an answer gets there"
                    told[made] = (first, made[2], text)
                    break

    def _files_that_name(self, owner: Hashable, name: str, program: int) -> str:
        """Return a file that takes no part and may use what is called `name`."""
        where = owner[1] if isinstance(owner, tuple) else program
        imported = not isinstance(owner, (ClassValue, Instance))
        assert isinstance(where, int)
        return self.study.outsider(where, name, imported=imported)

    def _empty_holders(self, told: dict[Made, tuple[Frame, int, str]]) -> None:
        """Find places that hold a table or else something that comes from elsewhere."""
        study = self.study
        text = "another table that is not known here may be in its place"
        holding: dict[tuple[Hashable, Hashable], list[Made]] = {}
        for made, holders in self._holders.items():
            for holder in holders:
                holding.setdefault(holder, []).append(made)
        for frame in study.solver.frames:
            if not frame.runs:
                continue
            for register, node in enumerate(study.code(frame)):
                places: list[tuple[Hashable, Hashable]] = []
                match node:
                    case ir.StoreName() if not frame.registers[node.value]:
                        places = [(("module", frame.value.program), node.name)]
                    case ir.StoreAttribute() if not frame.registers[node.value]:
                        places = [(owner, node.name) for owner in frame.registers[node.base]]
                    case ir.Return() if not frame.registers[node.value]:
                        places = [(("frame", frame.index), ("return",))]
                    case _:
                        pass
                for place in places:
                    for made in holding.get(place, ()):
                        told.setdefault(made, (frame, register, text))

    # -- how they are written ---------------------------------------------------------------

    def _rewritten(self, group: _Group, calls: set[Call]) -> None:
        tables = [self._table(made, group, calls) for made in sorted(group.tables)]
        found = [table for table in tables if table is not None]
        if len(found) < len(tables):
            return
        if len(found) == 1 and self._chained(found[0], group, calls):
            return
        helper = any(table.keyed.helper for table in found)
        for table in found:
            self._definition(table, calls)
        for lookup in group.lookups:
            self._site(lookup, calls, helper=helper)
        for frame, register, node in self._memberships.values():
            made = {self._made(atom) for atom in frame.registers[node.operands[1]]}
            if made <= group.tables:
                self._membership(frame, register, node, calls, helper=helper)

    def _table(self, made: Made, group: _Group, calls: set[Call]) -> _Table | None:
        """Return a table with what its keys become; None where something is in the way."""
        study = self.study
        frames = study.frames_of(made[0], made[1])
        tree = study.tree(made[0])
        frame, register = frames[0], made[2]
        if tree is None:
            study.block(calls, frame, register, "the file of the table cannot be edited")
            return None
        node = study.node(frame, register)
        display = study.code(frame)[register]
        if (
            not isinstance(node, cst.Dict)
            or not isinstance(display, ir.Display)
            or len(display.items) != len(node.elements)
        ):
            study.block(calls, frame, register, "this way of making a table is not rewritten")
            return None
        lookup = group.lookups[0]
        fields = fields_of(lookup.frame.registers[lookup.key])
        entries: list[tuple[int, cst.DictElement]] = []
        for item, element in zip(display.items, node.elements, strict=True):
            codes = {self._code(each.registers[item.key or 0], fields) for each in frames}
            code = codes.pop()
            if codes or code is None or not isinstance(element, cst.DictElement):
                study.block(
                    calls,
                    frame,
                    item.key or register,
                    "a key of the table is no known code",
                    "find out what is meant by it",
                )
                return None
            entries.append((code, element))
        modules = {module for call in calls for module in study.modules_of(call)}
        found = keyed(
            [(code, _same(element.value)) for code, element in entries],
            study.rules.error_codes,
            modules.pop() if len(modules) == 1 else None,
        )
        for obstacle in found.blocked:
            study.block(calls, frame, register, obstacle.text, obstacle.step)
        if found.blocked:
            return None
        for (_, element), (_, keys) in zip(entries, found.entries, strict=True):
            if len(keys.keys) != 1 and not _is_plain(element.value):
                study.block(
                    calls,
                    frame,
                    register,
                    "one code becomes several keys, and its value would be made for each",
                    "give the value a name, and put that into the table",
                )
                return None
            ranges = [_outer(tree, part) for part in (element.key, element.value)]
            if None in ranges:
                study.block(calls, frame, register, "this way of writing a table is not rewritten")
                return None
        for lost in found.lost:
            study.doubt(calls, frame, register, lost, "join the entries, or decide by the message")
        return _Table(made, node, tuple(entries), found)

    def _code(self, key: Value, fields: list[EnvelopeField]) -> int | None:
        """Return the legacy code that a key stands for, as the look-up would find it."""
        atoms = list(key)
        if len(atoms) != 1 or not isinstance(atoms[0], Const) or isinstance(atoms[0].value, bool):
            return None
        value = atoms[0].value
        kind = _kind(fields[0])
        if kind == "name":
            rules = self.study.rules
            if value == rules.envelope.success_name:
                return rules.envelope.success_code
            return rules.error_codes.names.get(value) if isinstance(value, str) else None
        if isinstance(value, str) is not (kind == "text"):
            return None
        if isinstance(value, str) and not re.fullmatch("0|[1-9][0-9]*", value):
            return None
        return int(value) if isinstance(value, int | str) else None

    def _definition(self, table: _Table, calls: set[Call]) -> None:
        study = self.study
        program, function, register = table.made
        frame = study.frames_of(program, function)[0]
        tree = study.tree(program)
        assert tree is not None
        keys = tuple(keys.keys for _, keys in table.keyed.entries)

        def write(writer: Writer) -> Piece:
            return Piece(_dict_written(writer, tree, table))

        study.rewrite(frame, register, table.node, ("table", keys), calls, write)

    def _site(self, lookup: Lookup, calls: set[Call], *, helper: bool) -> None:
        """Write a look-up, which asks for the key of the code where the table has families."""
        study = self.study
        frame, register = lookup.frame, lookup.register
        tree = study.tree(frame.value.program)
        site = study.node(frame, register)
        key = _key_of(site)
        if tree is None or site is None or key is None:
            study.block(calls, frame, register, "this way of looking a table up is not rewritten")
            return
        if any((each.index, register) not in self._lookups for each in self._frames(frame)):
            study.block(
                calls,
                frame,
                register,
                "something else than codes of answers is looked up here as well",
                "keep the two apart",
            )
            return
        if helper:
            self._needed(frame, register, calls)
        start, end = tree.range(site)
        key_start, key_end = tree.range(key)

        def write(writer: Writer) -> Piece:
            asked = writer.text(key)
            if helper:
                asked = f"{HELPER}({asked})"
            before = writer.source(start, key_start)
            return Piece(f"{before}{asked}{writer.source(key_end, end)}")

        study.rewrite(frame, register, site, ("looked up", helper), calls, write, lookup.key)

    def _membership(
        self, frame: Frame, register: int, node: ir.Compare, calls: set[Call], *, helper: bool
    ) -> None:
        """Let `code in table` ask the table, in place of a condition that lists its codes."""
        study = self.study
        site = study.node(frame, register)
        written = study.rewrites.get((frame.value.program, id(site)))
        if not isinstance(site, cst.Comparison) or written is None:
            return
        table = site.comparisons[0].comparator
        if written.key == ("member",) or not isinstance(written.key, tuple):
            return
        if written.key[0] != "condition" or written.key[-1]:
            return
        left = site.left
        sign = node.operators[0]
        if any((each.index, register) not in self._memberships for each in self._frames(frame)):
            return

        def write(writer: Writer) -> Piece:
            asked = writer.text(left, COMPARISON + 1)
            if helper:
                asked = f"{HELPER}({writer.text(left)})"
            return Piece(f"{asked} {sign} {writer.text(table, COMPARISON + 1)}", COMPARISON)

        if helper:
            self._needed(frame, register, calls)
        written.key = ("member",)
        written.write = write
        written.calls |= calls
        study.merge(written.calls)

    def _frames(self, frame: Frame) -> list[Frame]:
        return self.study.frames_of(frame.value.program, frame.value.function)

    def _needed(self, frame: Frame, register: int, calls: set[Call]) -> None:
        """Let the module of a look-up define the helper."""
        study = self.study
        program = frame.value.program
        tree = study.tree(program)
        text = tree.text if tree is not None else ""
        mark = '"' if text.count('"') >= text.count("'") else "'"
        helper = key_helper(study.rules.error_codes, HELPER, mark)
        if helper is None or not key_helper_fits(study, program):
            study.block(calls, frame, register, f"{HELPER} is the name of something else here")
            return
        study.need(program, calls, helper)

    # -- short ones, in place ---------------------------------------------------------------

    def _chained(self, table: _Table, group: _Group, calls: set[Call]) -> bool:
        """Write `{4400: 5}.get(code, 0)` as a condition, where that is short; tell if so."""
        study = self.study
        sites = {
            (each.frame.value.program, each.frame.value.function, each.register)
            for each in group.lookups
        }
        lookup = group.lookups[0]
        frame = lookup.frame
        site = study.node(frame, lookup.register)
        tree = study.tree(frame.value.program)
        if not table.keyed.helper or len(sites) != 1 or tree is None:
            return False
        if not isinstance(site, cst.Call) or not isinstance(site.func, cst.Attribute):
            return False
        key = _key_of(site)
        if site.func.value is not table.node or key is None:
            return False
        default = site.args[1].value if len(site.args) == 2 else None
        values = [element.value for _, element in table.entries]
        if not all(map(_is_plain, values if default is None else [*values, default])):
            return False
        if not is_repeatable(key):
            return False
        modules = {module for call in calls for module in study.modules_of(call)}
        module = modules.pop() if len(modules) == 1 else None
        entries = table.entries

        def written(text: Callable[[cst.BaseExpression], str], quote: str) -> Piece | None:
            cases = [(code, text(element.value)) for code, element in entries]
            found = chosen(
                merged(cases, study.rules.error_codes, module),
                "None" if default is None else text(default),
                text(key),
                repeatable=True,
                quote=quote,
            )
            return None if found is None else Piece(found.text, LEVELS[found.outer])

        def of_source(node: cst.BaseExpression) -> str:
            return tree.text[slice(*(_outer(tree, node) or (0, 0)))]

        trial = written(of_source, '"')
        if trial is None or len(trial.text) > _SHORT:
            return False
        node = table.node

        def write(writer: Writer) -> Piece:
            found = written(lambda each: writer.text(each, ATOM), writer.quotes(node))
            assert found is not None
            return found

        for each in group.lookups:
            study.rewrite(each.frame, each.register, site, ("chained",), calls, write, each.key)
        return True


def names_not_followed(solver: Solver, ran: set[tuple[int, int]]) -> dict[str, str]:
    """Return names in code that did not run, and those in texts, with the function that has them.

    The names in `__all__` are no use by themselves.
    """
    found: dict[str, str] = {}
    for index, program in solver.programs.items():
        for number, function in enumerate(program.functions):
            lists = any(isinstance(n, ir.StoreName) and n.name == "__all__" for n in function.code)
            for node in function.code:
                match node:
                    case ir.LoadName(name) | ir.Attribute(name=name) if (index, number) not in ran:
                        found.setdefault(name, function.name)
                    case ir.Constant(str() as name) if not lists and name.isidentifier():
                        found.setdefault(name, function.name or "a text")
                    case _:
                        pass
    return found


def is_code(atom: Atom) -> bool:
    """Tell whether something is a code of a legacy answer, or its name, by itself."""
    return (
        isinstance(atom, EnvelopeField)
        and atom.call is not None
        and not atom.current
        and atom.role in ("code", "description")
        and all(name in ("int", "str", "same") for name, _ in atom.operations)
    )


def key_helper_fits(study: Study, program: int) -> bool:
    """Tell whether a module has no use for the name of the helper, or has that very helper."""
    tree = study.tree(program)
    helper = key_helper(study.rules.error_codes, HELPER)
    if tree is None or helper is None:
        return False
    taken = re.search(rf"\b{HELPER}\b", tree.text) is not None
    return not taken or _squeezed(helper) in _squeezed(tree.text)


def _kind(atom: Atom) -> str:
    """Return what a code is looked up as: a number, a text, or its name."""
    assert isinstance(atom, EnvelopeField)
    if atom.role == "description":
        return "name"
    changes = [name for name, _ in atom.operations if name != "same"]
    return "text" if changes and changes[-1] == "str" else "number"


def _key_of(site: cst.CSTNode | None) -> cst.BaseExpression | None:
    match site:
        case cst.Call(args=[cst.Arg(value=key), *_]):
            return key
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=key))]):
            return key
        case _:
            return None


def _is_plain(node: cst.CSTNode) -> bool:
    """Tell whether an expression can be evaluated more often, later or not at all."""
    match node:
        case cst.Name() | cst.SimpleString() | cst.Integer() | cst.Float():
            return True
        case cst.ConcatenatedString(left=left, right=right):
            return _is_plain(left) and _is_plain(right)
        case cst.Attribute(value=inner) | cst.UnaryOperation(expression=inner):
            return _is_plain(inner)
        case cst.Tuple(elements=elements):
            return all(isinstance(e, cst.Element) and _is_plain(e.value) for e in elements)
        case _:
            return False


def _same(node: cst.BaseExpression) -> str:
    """Return a text that is the same for values that are."""
    return cst.Module(body=[]).code_for_node(node.with_changes(lpar=(), rpar=()))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("'", '"'))


# -- the text of a dict ----------------------------------------------------------------------


def _outer(tree: Tree, node: cst.BaseExpression) -> tuple[int, int] | None:
    """Return where an expression stands with the parentheses around it."""
    start, end = tree.range(node)
    for _ in getattr(node, "lpar", ()):
        before = tree.text[:start].rstrip()
        after = tree.text[end:].lstrip()
        if tree.text[start : start + 1] == "(" and isinstance(node, cst.GeneratorExp):
            return start, end
        if not before.endswith("(") or not after.startswith(")"):
            return None
        start = len(before) - 1
        end = len(tree.text) - len(after) + 1
    return start, end


def _dict_written(writer: Writer, tree: Tree, table: _Table) -> str:
    """Return the text of a table with its new keys, laid out as it was."""
    text = tree.text
    start, end = tree.range(table.node)
    places = [(*_checked(tree, e.key), *_checked(tree, e.value)) for _, e in table.entries]
    rows: list[list[tuple[str, str, str]]] = []
    for (_, keys), (_, key_end, value_start, value_end) in zip(
        table.keyed.entries, places, strict=True
    ):
        between = text[key_end:value_start]
        value = writer.source(value_start, value_end)
        rows.append([(writer.quoted(key, table.node), between, value) for key in keys.keys])
    flat = ["".join(part) for row in rows for part in row]
    line = tree.line_start(start)
    is_in_text = any(isinstance(each, cst.FormattedString) for each in tree.above(table.node))
    if "\n" not in text[start:end]:
        whole = "{" + ", ".join(flat) + "}"
        if len(flat) == len(rows):
            return _in_place(text, start, end, places, rows)
        if is_in_text or start - line + len(whole) <= _WIDTH:
            return whole
        newline = tree.module.default_newline
        indent = re.match(r"[ \t]*", text[line:])
        margin = newline + (indent.group() if indent else "")
        step = tree.module.default_indent
        return "{" + "".join(f"{margin}{step}{each}," for each in flat) + margin + "}"
    return _in_place(text, start, end, places, rows)


def written_parts(tree: Tree, node: cst.CSTNode) -> list[tuple[int, int]] | None:
    """Return where the elements of a tuple, list or set stand; None if that cannot be told."""
    if not isinstance(node, (cst.Tuple, cst.List, cst.Set)):
        return None
    found: list[tuple[int, int]] = []
    for element in node.elements:
        place = _outer(tree, element.value) if isinstance(element, cst.Element) else None
        if place is None:
            return None
        found.append(place)
    return found


def laid_out(
    tree: Tree, node: cst.CSTNode, places: list[tuple[int, int]] | None, texts: list[str]
) -> str:
    """Return texts as the elements of a collection that stands at a node, or of a new tuple."""
    text = tree.text
    start, end = tree.range(node)
    opening, closing = (
        ("(", ")")
        if places is None or isinstance(node, cst.Tuple)
        else (text[start], text[end - 1])
    )
    bare = isinstance(node, cst.Tuple) and bool(node.lpar)
    line = tree.line_start(start)
    if bare:
        opening, closing = "", ""
    comma = "," if opening not in ("{", "[") and len(texts) == 1 else ""
    whole = f"{opening}{', '.join(texts)}{comma}{closing}"
    several = places is not None and "\n" in text[places[0][0] : places[-1][1]]
    if not several and start - line + len(whole) <= _WIDTH:
        return whole
    newline = tree.module.default_newline
    step = tree.module.default_indent
    margin = re.match(r"[ \t]*", text[line:])
    indent = newline + (margin.group() if margin else "")
    if bare and places:
        joint = f",{newline}{text[text.rfind(chr(10), 0, places[0][0]) + 1 : places[0][0]]}"
        alone = not joint.lstrip(f",{newline}").strip()
        joined = (joint if alone else f",{indent}{step}").join(texts)
        ends = len(texts) == 1 or text[start:end].endswith(",")
        return f"{joined}," if ends else joined
    return opening + "".join(f"{indent}{step}{each}," for each in texts) + indent + closing


def _checked(tree: Tree, node: cst.BaseExpression) -> tuple[int, int]:
    found = _outer(tree, node)
    assert found is not None
    return found


def _in_place(
    text: str,
    start: int,
    end: int,
    places: list[tuple[int, int, int, int]],
    rows: list[list[tuple[str, str, str]]],
) -> str:
    """Return a table in which each entry is replaced by those that take its place."""
    parts: list[str] = []
    at = start
    for number, (row, (key_start, _, _, value_end)) in enumerate(zip(rows, places, strict=True)):
        line = text.rfind("\n", 0, key_start) + 1
        margin = text[line:key_start]
        alone = not margin.strip()
        if row:
            joint = f",\n{margin}" if alone else ", "
            parts += [text[at:key_start], joint.join("".join(each) for each in row)]
            at = value_end
            continue
        rest = re.compile(r"[ \t]*(,?)[ \t]*(?:#[^\n]*)?\r?\n").match(text, value_end)
        if alone and rest is not None and line >= at and (rest.group(1) or number + 1 < len(rows)):
            parts.append(text[at:line])
            at = rest.end()
        elif number + 1 < len(rows):
            parts.append(text[at:key_start])
            at = places[number + 1][0]
        else:
            at = value_end
    parts.append(text[at:end])
    return "".join(parts)
