"""What is left of a value where a test for its class came out one way.

Objects of the project are kept apart by their own class; a class of another library takes what is
of unknown origin along, which is known to come from there then. Tests for plain types (`dict`,
`str`, an abstract collection) say nothing of an origin.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from clb_migrate.analysis.values import (
    Atom,
    ClassValue,
    Container,
    EnvelopeField,
    External,
    Instance,
    Response,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.analysis.transfer import Transfer

_NARROWED = (Unknown, Instance, Response, EnvelopeField)
"""What a test for a class may rule out."""


def narrowed(transfer: Transfer, frame: Frame, value: Value, kinds: Value, *, holds: bool) -> Value:
    """Return what of `value` passes the test for one of `kinds` (`holds`), or fails it."""
    if not any(isinstance(atom, _NARROWED) for atom in value):
        return value
    classes = _classes(transfer, frame, kinds)
    if not classes:
        return value
    verdicts = {
        atom: _is_one(transfer, frame, atom, classes)
        for atom in value
        if isinstance(atom, Instance)
    }
    ruled_out: set[Atom] = {atom for atom, verdict in verdicts.items() if verdict is (not holds)}
    # A response that an object of a class was made of goes where that object goes.
    if verdicts and len(ruled_out) == len(verdicts):
        ruled_out |= {atom for atom in value if isinstance(atom, Response)}
    if holds and all(_is_elsewhere(transfer, of) for of in classes):
        ruled_out |= {
            atom
            for atom in value
            if isinstance(atom, (Unknown, Response))
            or (isinstance(atom, EnvelopeField) and atom.call is None)
        }
    if not ruled_out:
        return value
    return {atom: trail for atom, trail in value.items() if atom not in ruled_out}


def _classes(transfer: Transfer, frame: Frame, kinds: Value) -> list[ClassValue | External]:
    """Return the classes that are tested for; none where one of them cannot be told."""
    found: list[ClassValue | External] = []
    for atom in kinds:
        if isinstance(atom, Container):
            inner = _classes(transfer, frame, transfer.containers.elements(frame, atom, None))
            if not inner:
                return []
            found += inner
        elif isinstance(atom, (ClassValue, External)):
            found.append(atom)
        else:
            return []
    return found


def _is_one(
    transfer: Transfer, frame: Frame, instance: Instance, classes: list[ClassValue | External]
) -> bool | None:
    """Tell whether an object is of one of these classes; None where that is open."""
    line: set[Atom] = {atom for atom, _ in transfer.objects.ancestors(frame, instance.of)}
    if any(of in line for of in classes):
        return True
    is_open = (
        instance.frame is None
        or any(isinstance(of, External) for of in classes)
        or any(isinstance(atom, Unknown) for atom in line)
    )
    return None if is_open else False


def _is_elsewhere(transfer: Transfer, of: ClassValue | External) -> bool:
    """Tell whether objects of a class are known to be another library's."""
    if not isinstance(of, External):
        return False
    root, _, short = of.name.rpartition(".")
    if root != "builtins":
        return transfer.is_elsewhere(of.name)
    kind = getattr(builtins, short, None)
    plain = (Exception, BaseException)
    return isinstance(kind, type) and issubclass(kind, BaseException) and kind not in plain
