"""Answers: how each read of one is written against the 3.0 response, and what else may be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.literals import literal
from clb_migrate.analysis.values import Atom, Call, Const, Container, Response, Value
from clb_migrate.fixes.decisions import is_repeatable
from clb_migrate.fixes.fields import LIST, Step
from clb_migrate.fixes.writer import ATOM, OR, Piece, Writer

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

_READS = ("get", "__getitem__")
_WHOLE = ("copy", "__copy__")


class Responses:
    """Reads of answers."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        envelope = self.study.rules.envelope
        self.roles = {
            envelope.code: "code",
            envelope.description: "description",
            envelope.message: "message",
        }
        self.plain: set[tuple[int, int]] = set()
        """Reads, by program and `id` of the node, that are compared with 3.0 values as they are."""
        _, self.error, self.code = envelope.current_code_path
        self.message = envelope.current_message_path[-1]

    # -- where answers are read -------------------------------------------------------------

    def subscript(self, frame: Frame, register: int, node: ir.Subscript) -> None:
        """`response[key]`"""
        site = self.study.node(frame, register)
        base = site.value if isinstance(site, cst.Subscript) else None
        self._read(frame, register, node.base, frame.registers[node.key], site, base, None)

    def method(
        self, frame: Frame, register: int, node: ir.Call, name: str, response: Response
    ) -> None:
        """`response.name(...)`"""
        study = self.study
        function = study.code(frame)[node.function]
        site = study.node(frame, register)
        if name in _WHOLE or not isinstance(function, ir.Attribute):
            if name not in _WHOLE:
                study.block([response.call], frame, register, f"{name} of an answer is kept apart")
            return
        base = None
        default = None
        if isinstance(site, cst.Call) and isinstance(site.func, cst.Attribute):
            base = site.func.value
            if len(site.args) == 2:
                default = site.args[1].value
        if name not in _READS or not node.arguments or any(a.star for a in node.arguments):
            study.block(
                [response.call],
                frame,
                register,
                f"an answer is used with {name}(), which would see that its keys are others",
                "read the fields by their names instead",
            )
            return
        key = frame.registers[node.arguments[0].value]
        self._read(frame, register, function.base, key, site, base, default, called=True)

    def _read(
        self,
        frame: Frame,
        register: int,
        operand: int,
        key: Value,
        site: cst.CSTNode | None,
        base: cst.BaseExpression | None,
        default: cst.BaseExpression | None,
        *,
        called: bool = False,
    ) -> None:
        study = self.study
        key_node = _key_node(site)
        responses = [a for a in frame.registers[operand] if isinstance(a, Response)]
        responses = [a for a in responses if not a.current and study.is_structured(a)]
        calls = {each.call for each in responses}
        keys = [a.value for a in key if isinstance(a, Const)]
        own = [a for a in frame.registers[operand] if self._is_empty(a)]
        if any(
            a not in own
            and (not isinstance(a, (Response, Const)) or (isinstance(a, Response) and a.current))
            for a in frame.registers[operand]
        ):
            study.block(
                calls, frame, register, "this may also be something that is no answer of API 2.0"
            )
            return
        positions = [k for k in keys if isinstance(k, int)] or not keys
        if all(self.study.is_list(each) for each in responses) and positions:
            return  # An element of a list, which stays where it is.
        if len(keys) != 1 or len(key) != 1 or not isinstance(keys[0], str):
            study.block(
                calls,
                frame,
                register,
                "a field is read whose name is not known here",
                "write its name where it is read",
            )
            return
        if key_node is not None and self.uses.is_parameter(frame, key_node):
            self._named_elsewhere(frame, register, key, responses)
            return
        name = keys[0]
        tops = {not each.path for each in responses}
        if tops == {True} and name in self.roles:
            if own:
                study.block(
                    calls, frame, register, "this may also be an empty dict of the program's own"
                )
                return
            self._envelope(frame, register, operand, site, base, self.roles[name], calls)
            return
        steps: dict[Step | str, None] = {study.step(each, name): None for each in responses}
        step = next(iter(steps), "")
        if len(steps) != 1 or isinstance(step, str):
            told = step if isinstance(step, str) else f"{name} is several things here"
            study.block(calls, frame, register, told, "find out where API 3.0 has it")
            return
        if base is None:
            study.block(calls, frame, register, "this way of reading a field is not rewritten")
            return
        found, target = step, base
        place = (frame.value.program, id(site))

        def write(writer: Writer) -> Piece:
            as_it_is = place in self.plain
            wanted = replace(found, part=replace(found.part, shape="same")) if as_it_is else found
            return _read_written(writer, target, wanted, default, called)

        study.rewrite(frame, register, site, ("read", step, called), calls, write, operand)

    def _named_elsewhere(
        self, frame: Frame, register: int, key: Value, responses: Sequence[Response]
    ) -> None:
        """The caller names the field that a function reads: the name is changed there."""
        study = self.study
        calls = {each.call for each in responses}
        atom = next(iter(key))
        written = atom.written if isinstance(atom, Const) else None
        name = str(getattr(atom, "value", ""))
        steps = {study.step(each, name): None for each in responses}
        step = next(iter(steps), "")
        plain = (
            len(steps) == 1
            and not isinstance(step, str)
            and len(step.keys) == 1
            and step.part.shape == "same"
            and not step.part.nullable
        )
        if (
            written is None
            or not plain
            or isinstance(step, str)
            or (name in self.roles and any(not each.path for each in responses))
        ):
            study.block(
                calls,
                frame,
                register,
                "the name of a field is given to the function that reads it",
                "write its name where it is read",
            )
            return
        for call in calls:
            self.uses.requests.rename(frame, written, name, step.keys[0], call)

    def _is_empty(self, atom: Atom) -> bool:
        """Tell whether something is a list or dict that never holds anything."""
        if not isinstance(atom, Container):
            return False
        return not self.study.solver.heap.keys.get(atom)

    def _envelope(
        self,
        frame: Frame,
        register: int,
        operand: int,
        site: cst.CSTNode | None,
        base: cst.BaseExpression | None,
        role: str,
        calls: set[Call],
    ) -> None:
        if base is None:
            self.study.block(calls, frame, register, "this way of reading a code is not rewritten")
            return
        target = base
        key = self.message if role == "message" else self.code
        place = (frame.value.program, id(site))

        def write(writer: Writer) -> Piece:
            if place in self.uses.decisions.truths:
                return self.uses.decisions.presence(writer, target, present=True)
            return self.envelope_written(writer, target, key)

        self.study.rewrite(frame, register, site, ("envelope", key), calls, write, operand)

    def envelope_written(self, writer: Writer, base: cst.CSTNode, key: str) -> Piece:
        """Return the text that reads a part of the error of a response; empty where none is."""
        mark = writer.quotes(base)
        text = writer.text(base, ATOM)
        return Piece(
            f"{text}.get({mark}{self.error}{mark}, {{}}).get({mark}{key}{mark}, {mark}{mark})"
        )

    # -- what else is done with answers -----------------------------------------------------

    def sought(self, frame: Frame, register: int, node: ir.Compare, place: int) -> bool:
        """`key in response`; tell whether it is that."""
        study = self.study
        container = frame.registers[node.operands[place + 1]]
        responses = [a for a in container if isinstance(a, Response) and not a.current]
        if not responses or node.operators[place] not in ("in", "not in"):
            return False
        calls = {each.call for each in responses if study.is_structured(each)}
        if not calls:
            return True
        key = frame.registers[node.operands[place]]
        keys = [a.value for a in key if isinstance(a, Const) and isinstance(a.value, str)]
        site = study.node(frame, register)
        literal = site.left if isinstance(site, cst.Comparison) else None
        if len(keys) != 1 or len(key) != 1 or not isinstance(literal, cst.SimpleString):
            study.block(calls, frame, register, "an answer is searched for what is not known here")
            return True
        name = keys[0]
        if name in self.roles and all(not each.path for each in responses):
            wanted = "RequestId"
        else:
            steps = {study.step(each, name) for each in responses}
            step = steps.pop()
            if steps or isinstance(step, str) or len(step.keys) != 1:
                study.block(calls, frame, register, f"{name} is looked for in an answer")
                return True
            wanted = step.keys[0]
        prefix = literal.value[: -len(name) - 1]

        text = f"{prefix}{wanted}{literal.value[-1]}"
        key_register = node.operands[place]
        study.rewrite(frame, key_register, literal, ("key", wanted), calls, lambda _: Piece(text))
        return True

    def compared(self, frame: Frame, register: int, node: ir.Compare) -> None:
        """`lb["loadBalancerType"] == 2`: the literal becomes the 3.0 value."""
        study = self.study
        site = study.node(frame, register)
        if (
            not isinstance(site, cst.Comparison)
            or len(node.operators) != 1
            or node.operators[0] not in ("==", "!=", "in", "not in")
        ):
            return
        read, other = site.left, site.comparisons[0].comparator
        responses = [a for a in frame.registers[node.operands[0]] if isinstance(a, Response)]
        parts = {study.part(a) for a in responses}
        part = parts.pop() if len(parts) == 1 else None
        default = isinstance(read, cst.Call) and len(read.args) > 1
        if part is None or part.shape != "values" or default:
            return
        if not isinstance(read, cst.Subscript | cst.Call):
            return
        literals = _literals(other, collection=node.operators[0] in ("in", "not in"))
        values = dict(part.values)
        # A number equals no text: each literal has to be what API 2.0 answered.
        if not literals or any(
            str(literal(each)) not in values
            or str(literal(each)).isdigit() is not isinstance(each, cst.Integer)
            for each in literals
        ):
            return
        calls = {each.call for each in responses}
        for each in literals:
            new = values[str(literal(each))]
            if not isinstance(new, str):
                return
        self.plain.add((frame.value.program, id(read)))
        for each in literals:
            text = str(values[str(literal(each))])
            study.rewrite(
                frame,
                register,
                each,
                ("value", text),
                calls,
                partial(_quoted, each, text),
                node.operands[0],
            )


def _quoted(node: cst.CSTNode, text: str, writer: Writer) -> Piece:
    return Piece(writer.quoted(text, node))


def _literals(
    node: cst.BaseExpression, *, collection: bool
) -> list[cst.Integer | cst.SimpleString]:
    """Return the literals that something is compared with; none where others are among them."""
    nodes = [node]
    if collection:
        if not isinstance(node, cst.Tuple | cst.List | cst.Set):
            return []
        nodes = [element.value for element in node.elements]
    found = [each for each in nodes if isinstance(each, cst.Integer | cst.SimpleString)]
    return found if len(found) == len(nodes) else []


def _key_node(site: cst.CSTNode | None) -> cst.BaseExpression | None:
    match site:
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=node))]):
            return node
        case cst.Call(args=[cst.Arg(value=node), *_]):
            return node
        case _:
            return None


def _read_written(
    writer: Writer,
    base: cst.BaseExpression,
    step: Step,
    default: cst.BaseExpression | None,
    called: bool,
) -> Piece:
    mark = writer.quotes(base)
    text = writer.text(base, ATOM)
    keys = [key for key in step.keys if key != LIST]
    part = step.part
    level = ATOM
    if not keys:
        return writer.piece(base)
    if not called:
        text += "".join(f"[{mark}{key}{mark}]" for key in keys)
        if part.is_list and part.nullable and part.shape == "same":
            return Piece(f"{text} or []", OR)
    else:
        for key in keys[:-1]:
            text = f"({text}.get({mark}{key}{mark}) or {{}})"
        last = f"{mark}{keys[-1]}{mark}"
        if default is None or part.shape in ("values", "number"):
            text = f"{text}.get({last})"
        elif part.nullable:
            text, level = f"{text}.get({last}) or {writer.text(default, OR)}", OR
        else:
            text = f"{text}.get({last}, {writer.text(default)})"
    fallback = writer.text(default) if default is not None else ""
    match part.shape:
        case "values":
            pairs = ", ".join(
                f"{_shown(new, mark)}: {_legacy(old, mark)}" for old, new in part.values
            )
            # What the table does not list passes as it is, where that can be said.
            again = text if is_repeatable(base) and not called else fallback
            text = f"{{{pairs}}}.get({text}{', ' + again if again else ''})"
        case "number":
            text = f"int({text} or {fallback or '0'})" if called else f"int({text})"
        case "list":
            text = f"{text}[0]" if level == ATOM else f"({text})[0]"
            level = ATOM
        case "element":
            text, level = f"[{text}]", ATOM
        case _:
            pass
    return Piece(text, level if part.shape in ("same",) else ATOM)


def _shown(value: str | int | bool, mark: str) -> str:
    return f"{mark}{value}{mark}" if isinstance(value, str) else repr(value)


def _legacy(value: str, mark: str) -> str:
    """Return a legacy literal of the table: digits are a number."""
    return value if value.lstrip("-").isdigit() else f"{mark}{value}{mark}"
