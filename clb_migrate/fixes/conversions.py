"""How the value of a request parameter is written for API 3.0: its type, and its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis.decisions import as_number
from clb_migrate.analysis.literals import literal
from clb_migrate.analysis.values import (
    Const,
    Numbers,
    Response,
    Text,
    Unknown,
    Value,
)
from clb_migrate.fixes.decisions import is_repeatable
from clb_migrate.fixes.writer import ATOM, Piece, Writer
from clb_migrate.table.rows import Parameter, Rules, Transform

if TYPE_CHECKING:
    from clb_migrate.fixes.study import Study

Valued = Callable[[cst.CSTNode], Value]
"""Tells what a node is in the frame at hand."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What becomes of a value: `same`, `dropped`, or text to write.

    `key` tells two conversions apart; `blocked` says why there is none, `doubt` what a person must
    agree to.
    """

    key: str
    write: Callable[[Writer], Piece] | None = None
    blocked: str = ""
    doubt: str = ""
    optional: bool = False
    """It may be None, which the legacy SDK did not send."""

    @property
    def is_same(self) -> bool:
        """Nothing is to be done."""
        return self.key == "same"


SAME = Conversion("same")
PERHAPS = Conversion("same", optional=True)
DROPPED = Conversion("dropped")


class Conversions:
    """Values of parameters."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.rules: Rules = study.rules

    def of(
        self, node: cst.BaseExpression, value: Value, row: Parameter, valued: Valued
    ) -> Conversion:
        """Return what becomes of the value of a parameter that stands at a node."""
        if row.by_hand:
            return Conversion("blocked", blocked=row.by_hand.rstrip("."))
        transform = self.rules.transforms.get(row.transform or "identity")
        shape = transform.shape if transform is not None else "same"
        is_list = row.current_type.startswith("Array")
        match shape:
            case "same" if is_list:
                return self._list(node, value, row, valued)
            case "same":
                return self._typed(node, value, row.current_type, required=row.required)
            case "values":
                assert transform is not None
                return self._mapped(node, value, transform)
            case "list":
                inner_type = row.current_type.removeprefix("Array of ")
                inner = (
                    self._mapped(node, value, transform)
                    if transform is not None and transform.values
                    else self._typed(node, value, inner_type)
                )
                return _in_list(node, inner)
            case "element":
                return self._only_element(node, row)
            case "number":
                return self._truth(node, value)
            case "prefixed":
                assert transform is not None
                return self._prefixed(value, transform)
            case _:
                note = transform.note if transform is not None else ""
                return Conversion("blocked", blocked=note.rstrip(".") or "its value is another one")

    def scalar(
        self, node: cst.BaseExpression, value: Value, row: Parameter, valued: Valued
    ) -> Conversion:
        """Return what becomes of one element of a list parameter."""
        transform = self.rules.transforms.get(row.transform or "identity")
        shape = transform.shape if transform is not None else "same"
        if row.by_hand:
            return Conversion("blocked", blocked=row.by_hand.rstrip("."))
        if row.current_type.startswith("Array") or shape == "element":
            kind = row.current_type.removeprefix("Array of ")
            return self._typed(node, value, kind, required=row.required)
        return self.of(node, value, row, valued)

    def region(self, node: cst.BaseExpression, value: Value) -> Conversion:
        """Return the long name of a region."""
        regions = self.rules.endpoints.regions
        known = {a.value for a in value if isinstance(a, Const)}
        if isinstance(node, cst.SimpleString):
            name = literal(node)
            if isinstance(name, str) and name in regions:
                return _text_of(node, regions[name])
            return SAME
        if known and len(known) == len(value) and all(isinstance(k, str) for k in known):
            if not known & regions.keys():
                return SAME
            if len(known) == 1:
                return _text_of(node, regions[str(known.pop())])
            return self._region_map(node, "")
        if None in known:
            return Conversion("blocked", blocked="the region may be missing")
        return self._region_map(
            node, "whether the region is set, and which of its names it has, is not known here"
        )

    def _region_map(self, node: cst.BaseExpression, doubt: str) -> Conversion:
        if not is_repeatable(node) and not isinstance(node, cst.Call):
            return Conversion("blocked", blocked="the region is not known here")
        regions = self.rules.endpoints.regions

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(node)
            text = writer.text(node)
            pairs = ", ".join(f"{mark}{k}{mark}: {mark}{v}{mark}" for k, v in regions.items())
            return Piece(f"{{{pairs}}}.get({text}, {text})")

        return Conversion("region", write, doubt=doubt)

    # -- one value --------------------------------------------------------------------------

    def _typed(
        self, node: cst.BaseExpression, value: Value, kind: str, *, required: bool = False
    ) -> Conversion:
        plain = literal(node) if isinstance(node, (cst.SimpleString, cst.Integer)) else _NONE
        named = (
            {"True": True, "False": False}.get(node.value, _NONE)
            if isinstance(node, cst.Name)
            else _NONE
        )
        if named is not _NONE:
            plain = named
        if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
            inner = node.expression
            plain = (
                -int(inner.value)
                if isinstance(inner, cst.Integer) and inner.value.isdigit()
                else _NONE
            )
        if kind in ("Object", "Array of Object"):
            return Conversion("blocked", blocked="what is inside it is not known here")
        if plain is not _NONE:
            return self._literal(node, plain, kind)
        consts = [a.value for a in value if isinstance(a, Const)]
        if (None in consts or _may_be_missing(node)) and not (required and kind == "String"):
            return Conversion("blocked", blocked="it may be None, and is left out then")
        match kind:
            case "Integer":
                return SAME if self._is_number(node, value) else _called("int", node)
            case "Float":
                return SAME if self._is_number(node, value) else _called("float", node)
            case "Boolean":
                numbers = all(isinstance(c, (bool, int)) for c in consts) and consts
                if all(isinstance(c, bool) for c in consts) and consts:
                    return SAME
                return _called("bool", node) if numbers else _called("bool(int", node)
            case "String":
                if any(isinstance(c, (int, float)) for c in consts) or self._is_counted(node):
                    return _called("str", node)
                return SAME if required or _is_there(node, value) else PERHAPS
            case _:
                return SAME

    def _literal(self, node: cst.BaseExpression, plain: object, kind: str) -> Conversion:
        match kind:
            case "Integer" if not isinstance(plain, int) or isinstance(plain, bool):
                number = as_number(plain) if not isinstance(plain, bool) else int(plain)
                if number is None:
                    return Conversion("blocked", blocked=f"{plain!r} is no number")
                return Conversion(f"number {number}", lambda _: Piece(str(number)))
            case "Boolean" if not isinstance(plain, bool):
                number = as_number(plain)
                if number not in (0, 1):
                    return Conversion("blocked", blocked=f"{plain!r} is neither true nor false")
                return Conversion(f"truth {number}", lambda _: Piece(str(bool(number))))
            case "String" if isinstance(plain, bool):
                return Conversion("blocked", blocked=f"{plain!r} is no text")
            case "String" if not isinstance(plain, str):
                return _text_of(node, str(plain))
            case _:
                return SAME

    def _is_number(self, node: cst.CSTNode, value: Value) -> bool:
        match node:
            case cst.Call(func=cst.Name("int" | "len" | "round")):
                return True
            case cst.BinaryOperation(operator=cst.Divide()):
                return False
            case cst.BinaryOperation():
                return isinstance(node.operator, (cst.Multiply, cst.FloorDivide, cst.Subtract)) or (
                    isinstance(node.left, cst.Integer) or isinstance(node.right, cst.Integer)
                )
            case _:
                pass
        for atom in value:
            match atom:
                case Const(int()) | Numbers():
                    continue
                case Response():
                    part = self.study.part(atom)
                    if part is None or part.kind != "number":
                        return False
                case _:
                    return False
        return bool(value)

    def _is_counted(self, node: cst.CSTNode) -> bool:
        return (
            isinstance(node, cst.Call)
            and isinstance(node.func, cst.Name)
            and (node.func.value in ("int", "len"))
        )

    def _mapped(self, node: cst.BaseExpression, value: Value, transform: Transform) -> Conversion:
        values: Mapping[str, str | int | bool] = transform.values
        plain: object = _NONE
        if isinstance(node, (cst.SimpleString, cst.Integer)):
            plain = literal(node)
        elif isinstance(node, cst.UnaryOperation) and isinstance(node.expression, cst.Integer):
            plain = f"-{node.expression.value}"
        elif isinstance(node, cst.Name) and node.value in ("True", "False"):
            plain = node.value.lower()
        if plain is not _NONE:
            shown = str(plain)
            if shown in transform.omit:
                return DROPPED
            if shown not in values:
                return Conversion("blocked", blocked=f"{plain!r} has no counterpart")
            return _value_of(node, values[shown])
        known = [a.value for a in value if isinstance(a, Const)]
        texts = {str(k) for k in known}
        proven = bool(known) and len(known) == len(value)
        if texts & set(transform.omit):
            return Conversion("blocked", blocked="whether it is sent depends on its value")
        if proven and not texts <= values.keys():
            return Conversion("blocked", blocked="one of its values has no counterpart")
        if not proven and (transform.omit or None in known or _may_be_missing(node)):
            return Conversion("blocked", blocked="its value is not known here")
        if proven and len(texts) == 1 and not isinstance(node, cst.Name):
            return _value_of(node, values[texts.pop()])
        pairs = dict(values)
        if all(str(new) == old for old, new in pairs.items()):
            return _called("int", node)

        def write(writer: Writer) -> Piece:
            mark = writer.quotes(node)
            numbers = proven and all(isinstance(k, int) for k in known)
            words = proven and all(isinstance(k, str) for k in known)
            shown = ", ".join(
                f"{old if numbers else mark + old + mark}: {_shown(new, mark)}"
                for old, new in pairs.items()
            )
            text = writer.text(node)
            asked = text if numbers or words else f"str({text})"
            fallback = f", {text}" if is_repeatable(node) and not proven else ""
            if proven:
                return Piece(f"{{{shown}}}[{asked}]")
            return Piece(f"{{{shown}}}.get({asked}{fallback})")

        return Conversion("mapped", write)

    def _truth(self, node: cst.BaseExpression, value: Value) -> Conversion:
        return self._typed(node, value, "Boolean")

    def _prefixed(self, value: Value, transform: Transform) -> Conversion:
        known = [a.value for a in value if isinstance(a, Const)]
        if known and len(known) == len(value):
            if all(isinstance(k, str) and k.startswith(transform.prefixes) for k in known):
                return SAME
            return Conversion("blocked", blocked=transform.note.rstrip("."))
        texts = [a for a in value if isinstance(a, Text)]
        if texts and len(texts) == len(value):
            starts = [t.parts[0] for t in texts]
            if all(isinstance(s, str) and s.startswith(transform.prefixes) for s in starts):
                return SAME
        return Conversion(
            "same",
            doubt=f"API 3.0 knows only ids that begin with {' or '.join(transform.prefixes)}",
        )

    # -- lists ------------------------------------------------------------------------------

    def _list(
        self, node: cst.BaseExpression, value: Value, row: Parameter, valued: Valued
    ) -> Conversion:
        kind = row.current_type.removeprefix("Array of ")
        if isinstance(node, (cst.List, cst.Tuple)):
            if kind == "Object":
                return SAME  # Its elements are seen to where they stand.
            return SAME
        if isinstance(node, (cst.SimpleString, cst.Integer)):
            return Conversion("blocked", blocked="one value stands where API 3.0 wants a list")
        if any(isinstance(a, Const) for a in value):
            return Conversion("blocked", blocked="it may be something else than a list")
        if kind == "Integer" and Unknown() in value:

            def write(writer: Writer) -> Piece:
                return Piece(f"[int(each) for each in {writer.text(node, 1)}]")

            return Conversion("integers", write, optional=True)
        del valued
        return PERHAPS

    def _only_element(self, node: cst.BaseExpression, row: Parameter) -> Conversion:
        if isinstance(node, (cst.List, cst.Tuple)) and len(node.elements) == 1:
            inner = node.elements[0].value
            typed = self._typed(inner, {}, row.current_type)
            if typed.blocked:
                return typed
            return Conversion("element", typed.write or (lambda writer: writer.piece(inner)))
        return Conversion(
            "blocked", blocked="API 3.0 takes one value here, and more than one may be sent"
        )


_NONE = object()


def _is_there(node: cst.CSTNode, value: Value) -> bool:
    """Tell whether an expression is surely not None."""
    match node:
        case cst.FormattedString() | cst.BinaryOperation() | cst.ConcatenatedString():
            return True
        case cst.Call(func=cst.Name("str" | "repr" | "format" | "input")):
            return True
        case cst.Subscript(value=cst.Attribute(attr=cst.Name("argv" | "environ"))):
            return True
        case _:
            return bool(value) and all(
                isinstance(a, (Const, Text, Response, Numbers)) for a in value
            )


def _may_be_missing(node: cst.CSTNode) -> bool:
    """Tell whether an expression looks something up that gives None where there is nothing."""
    match node:
        case cst.Call(func=cst.Attribute(attr=cst.Name("get" | "getenv")), args=[_]):
            return True
        case _:
            return False


def _called(function: str, node: cst.BaseExpression) -> Conversion:
    closing = ")" * (function.count("(") + 1)
    return Conversion(function, lambda writer: Piece(f"{function}({writer.text(node)}{closing}"))


def _text_of(node: cst.CSTNode, text: str) -> Conversion:
    def write(writer: Writer) -> Piece:
        if isinstance(node, cst.SimpleString):
            return Piece(f"{node.prefix}{node.quote}{text}{node.quote}")
        return Piece(writer.quoted(text, node))

    return Conversion(f"text {text}", write)


def _value_of(node: cst.CSTNode, value: str | int | bool) -> Conversion:
    if isinstance(value, str):
        return _text_of(node, value)
    if isinstance(node, cst.Integer) and node.value == str(value):
        return SAME
    return Conversion(f"value {value!r}", lambda _: Piece(repr(value)))


def _in_list(node: cst.BaseExpression, inner: Conversion) -> Conversion:
    if inner.blocked or inner.key == "dropped":
        return inner

    def write(writer: Writer) -> Piece:
        piece = inner.write(writer) if inner.write is not None else writer.piece(node)
        return Piece(f"[{piece.text}]", ATOM)

    return Conversion(f"list of {inner.key}", write, doubt=inner.doubt)


def _shown(value: str | int | bool, mark: str) -> str:
    return f"{mark}{value}{mark}" if isinstance(value, str) else repr(value)
