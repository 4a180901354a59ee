"""What the `operator` module makes of a name, to be applied to a subject later.

`itemgetter("code")`, `attrgetter("reply.code")` and `methodcaller("get", "code")`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clb_migrate.analysis.values import NOTHING, External, Value, join, strings
from clb_migrate.findings import Span

if TYPE_CHECKING:
    from clb_migrate.analysis.calling import Arguments
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

ACCESSORS = ("operator.itemgetter", "operator.attrgetter", "operator.methodcaller")

_APPLIED = ".__call__"


def waiting(name: str, arguments: Arguments) -> Arguments:
    """Return the arguments of the partial call that an accessor is: of its own application."""
    return replace(arguments, positional=[{External(name + _APPLIED): None}, *arguments.positional])


def applied(name: str) -> str | None:
    """Return the accessor that a name stands for the application of."""
    accessor = name.removesuffix(_APPLIED)
    return accessor if accessor != name and accessor in ACCESSORS else None


def access(
    transfer: Transfer, frame: Frame, register: int, span: Span, name: str, arguments: Arguments
) -> Value:
    """Return what an accessor gives of its subject, the last argument; several parts as a tuple."""
    if len(arguments.positional) < 2:
        return NOTHING
    *keys, subject = arguments.positional
    if name == "operator.methodcaller":
        method = join(
            *(transfer.attribute_of(frame, register, span, subject, n) for n in strings(keys[0]))
        )
        given = replace(arguments, positional=keys[1:])
        return transfer.calling.apply(frame, register, span, method, given)
    parts = []
    for key in keys:
        if name == "operator.itemgetter":
            parts.append(transfer.item_of(frame, register, span, subject, key))
            continue
        for dotted in strings(key):
            part = subject
            for attribute in dotted.split("."):
                part = transfer.attribute_of(frame, register, span, part, attribute)
            parts.append(part)
    if len(parts) == 1:
        return parts[0]
    made = transfer.containers.container(frame, "tuple", register, 6, span)
    for place, part in enumerate(parts):
        transfer.solver.write(made, place, part)
    return {made: None}
