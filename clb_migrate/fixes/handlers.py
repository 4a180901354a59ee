"""Handlers of the legacy SDK's exceptions: what takes their place, and what guards it.

API 3.0 has one exception for everything, which its code tells apart:

    except ApiClientNetworkException:       except TencentCloudSDKException as error:
        print("line is down")                   if error.get_code() == "ClientNetworkError":
    except ApiServerNetworkException:               print("line is down")
        print("gateway trouble")                elif error.get_code() == "ServerNetworkError":
                                                    print("gateway trouble")
                                                else:
                                                    raise

A lone handler lets go first of what it does not take. What is let go no longer meets the handlers
below, so none of those may be able to take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.operands import operands
from clb_migrate.analysis.values import (
    Atom,
    Call,
    ClassValue,
    Client,
    Container,
    External,
    Method,
    Pending,
    Unknown,
    Value,
)
from clb_migrate.findings import Span
from clb_migrate.fixes.study import Calls
from clb_migrate.fixes.tree import Tree
from clb_migrate.fixes.writer import Piece, Writer
from clb_migrate.table.rows import ExceptionChange

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

EXCEPTION = "exception"
"""Need of a module that names the exception of the 3.0 SDK."""
_SHOWING = ("print",)
_TEXTS = ("str", "repr", "format")
_LOGGING = (
    "debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log", "write",
)  # fmt: skip
_BROAD = ("builtins.Exception", "builtins.BaseException", "Exception", "BaseException")
_OF_ANY = frozenset(
    ("args", "with_traceback", "add_note", "__traceback__", "__cause__", "__context__")
)
"""What every exception has."""
_LOOKING = ("type", "getattr", "hasattr", "vars")
_NAMES = ("error", "exception", "failure", "problem", "sdk_error")
_SLOTS = 8
"""Containers that one instruction may make: the register of a container tells both."""
_PLAIN = (
    ir.Catch, ir.Bind, ir.StoreName, ir.Merge, ir.Display, ir.Attribute,
)  # fmt: skip
"""What an exception may go through on its way to an `except`."""


@dataclass(frozen=True, slots=True)
class _Handler:
    """One handler that takes legacy exceptions."""

    node: cst.ExceptHandler
    changes: tuple[ExceptionChange, ...]
    others: bool
    """It also takes exceptions of others."""
    constant: Container | None
    """The tuple with a name that it refers to."""
    name: str | None

    @property
    def codes(self) -> tuple[str, ...] | None:
        """The codes of API 3.0 that it takes; None for all of them."""
        codes = [change.code for change in self.changes]
        known = dict.fromkeys(code for code in codes if code is not None)
        return None if None in codes else tuple(known)


@dataclass(slots=True)
class _Layout:
    """Where the parts of a handler stand."""

    tree: Tree
    node: cst.ExceptHandler
    start: int
    """Where `except` begins."""
    colon: int
    """Behind the colon of the header."""
    indent: str
    body: int
    """Where the line of the body begins, with the comments above its first statement."""
    inner: str
    """The indentation of the body."""
    first: int
    """Where the first statement begins."""
    end: int
    """Behind the last line of the body."""

    @property
    def on_one_line(self) -> bool:
        return isinstance(self.node.body, cst.SimpleStatementSuite)


@dataclass(slots=True, eq=False)
class _Caught:
    """One `except` of a frame, as it was met."""

    frame: Frame
    register: int
    node: ir.Catch
    calls: set[Call] = field(default_factory=set)


class Handlers:
    """The `except` clauses of one solved group of modules."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self.rules = uses.study.rules
        self._met: list[_Caught] = []
        self._entering: dict[int, set[tuple[int, int]]] | None = None
        self._tries: dict[int, dict[Span, tuple[cst.Try, cst.ExceptHandler]]] = {}
        self._names: dict[int, set[str]] = {}
        self._indented: list[tuple[int, int, int, Calls]] = []
        """Stretches of programs that are moved to the right, for which calls."""
        self._written: dict[tuple[int, int], set[Call]] = {}
        """Where handlers are rewritten, for which calls."""
        self._constants: dict[Container, list[_Caught]] = {}

    # -- what is met ------------------------------------------------------------------------

    def catch(self, frame: Frame, register: int, node: ir.Catch) -> None:
        """`except kind as name:`"""
        self._met.append(_Caught(frame, register, node))

    def finish(self) -> None:
        """Rewrite the handlers, and note exceptions used in other ways than to be caught."""
        for caught in self._met:
            caught.calls = self._tried(caught.frame, caught.node.tried)
        legacy = [c for c in self._met if self._changes(c.frame.registers[c.node.kind])]
        for caught in legacy:
            for atom in caught.frame.registers[caught.node.kind]:
                if isinstance(atom, Container):
                    self._constants.setdefault(atom, []).append(caught)
        for caught in self._met:
            if caught in legacy:
                self._handler(caught)
            elif caught.calls:
                self._by_others(caught)
        self._idle(legacy)
        for program, start, end, calls in self._indented:
            for (other, at), inner in self._written.items():
                if program == other and start <= at < end:
                    self._block_at(program, calls | inner)
        self._named_otherwise()

    def _block_at(self, program: int, calls: Iterable[Call]) -> None:
        frame = self.study.frames_of(program, 0)[0]
        self.study.merge(calls)
        self.study.block(
            calls, frame, -1, "a handler of the legacy exceptions stands in another one",
            "write the inner one as a function",
        )  # fmt: skip

    def _named_otherwise(self) -> None:
        study = self.study
        for frame in study.solver.frames:
            for register, node in enumerate(study.code(frame)):
                if isinstance(node, _PLAIN):
                    continue
                if any(self._changes(frame.registers[each]) for each in operands(node)):
                    study.block(
                        set(study.calls), frame, register,
                        "an exception of the legacy SDK is named here",
                        "name the exception of the 3.0 SDK",
                    )  # fmt: skip

    def _idle(self, legacy: Sequence[_Caught]) -> None:
        """Look at handlers for which no request was found in what they guard.

        Where the `try` calls something that is not followed, a request may be behind it.
        """
        study = self.study
        at_work = {(c.frame.value.program, c.node.span) for c in legacy if c.calls}
        for caught in legacy:
            if caught.calls or (caught.frame.value.program, caught.node.span) in at_work:
                continue
            frame, (start, end) = caught.frame, caught.node.tried
            for register in range(start, end):
                if self._hides_requests(frame, register):
                    study.block(
                        set(study.calls), frame, caught.register,
                        "this handler takes exceptions of the legacy SDK, and no request was found "
                        "in what it guards",
                        "name the exception of the 3.0 SDK as well",
                    )  # fmt: skip
                    break

    def _hides_requests(self, frame: Frame, register: int) -> bool:
        node = self.study.code(frame)[register]
        match node:
            case ir.Call(function):
                value = frame.registers[function]
                return not value or any(
                    isinstance(a, Unknown)
                    or (isinstance(a, Method) and isinstance(a.receiver, (Pending, Unknown)))
                    for a in value
                )
            case ir.Element(base) | ir.Unpack(base):
                value = frame.registers[base]
                return any(
                    self._is_lazy(a) if isinstance(a, Container) else not isinstance(a, Method)
                    for a in value
                )
            case _:
                return False

    def _is_lazy(self, container: Container) -> bool:
        """Tell whether what is in a container is only made once it is gone over."""
        home = self.study.solver.frames[container.frame]
        made = container.register // _SLOTS
        return made >= 0 and isinstance(self.study.node(home, made), cst.GeneratorExp)

    # -- what a handler takes ---------------------------------------------------------------

    def _changes(self, value: Value) -> list[ExceptionChange]:
        """Return what takes the place of the legacy exceptions in a value."""
        found: list[ExceptionChange] = []
        for atom in self._flat(value):
            change = self._change(atom)
            if change is not None:
                found.append(change)
        return found

    def _change(self, atom: Atom) -> ExceptionChange | None:
        if isinstance(atom, External):
            for name, change in self.rules.sdk.exception_changes.items():
                if atom.name == name or atom.name.endswith(f".{name}"):
                    return change
        return None

    def _flat(self, value: Value) -> list[Atom]:
        """Return what a value may be; for a tuple, what is in it."""
        heap = self.study.solver.heap
        found: list[Atom] = []
        waiting = list(value)
        seen: set[Atom] = set()
        while waiting:
            atom = waiting.pop(0)
            if not isinstance(atom, Container):
                found.append(atom)
            elif atom not in seen:
                seen.add(atom)
                for key in heap.keys.get(atom, ()):
                    waiting += heap.get(atom, key)
        return found

    def _is_broad(self, value: Value) -> bool:
        """Tell whether a handler can take the exception of API 3.0."""
        atoms = self._flat(value)
        for atom in atoms:
            match atom:
                case External(name):
                    current = self.study.solver.names.is_current_exception(name)
                    if name in _BROAD or current or self._change(atom) is not None:
                        return True
                case ClassValue():
                    pass
                case _:
                    return True
        return not atoms

    def _described(self, frame: Frame, handler: cst.ExceptHandler) -> _Handler | None:
        """Return what a handler is, if it takes legacy exceptions."""
        if handler.type is None:
            return None
        value = self.uses.value_of(frame, handler.type)
        changes = self._changes(value)
        if not changes:
            return None
        constant = None
        if isinstance(handler.type, (cst.Name, cst.Attribute)) and len(value) == 1:
            (only,) = value
            constant = only if isinstance(only, Container) else None
        named = handler.name.name if handler.name is not None else None
        return _Handler(
            handler,
            tuple(changes),
            len(changes) != len(self._flat(value)),
            constant,
            named.value if isinstance(named, cst.Name) else None,
        )

    # -- one `try` --------------------------------------------------------------------------

    def _handler(self, caught: _Caught) -> None:
        """Rewrite the handlers of a `try` that take legacy exceptions, at the first of them."""
        study, frame, register, calls = self.study, caught.frame, caught.register, caught.calls
        if not calls:
            return
        study.merge(calls)
        program = frame.value.program
        tree = study.tree(program)
        if tree is None:
            study.block(calls, frame, register, "this file cannot be edited")
            return
        place = self._tries_of(program, tree).get(caught.node.span)
        if place is None:
            study.block(calls, frame, register, "this handler is not rewritten")
            return
        whole, handler = place
        described = [self._described(frame, each) for each in whole.handlers]
        legacy = [each for each in described if each is not None]
        if not legacy or legacy[0].node is not handler:
            return
        at = whole.handlers.index(handler)
        obstacle = self._obstacle(frame, caught, whole, legacy, at)
        if obstacle is not None:
            study.block(calls, frame, register, *obstacle)
            return
        layouts = [self._layout(tree, each.node) for each in legacy]
        known = [each for each in layouts if each is not None]
        if len(known) != len(legacy):
            study.block(
                calls, frame, register, "the header of this handler is not a plain one",
                "write it on one line without comments",
            )  # fmt: skip
            return
        guarded = len(legacy) > 1 or legacy[0].codes is not None
        name = next((each.name for each in legacy if each.name is not None), None)
        if name is None and guarded:
            name = self._fresh(program, tree, whole)
        for each in legacy:
            if not self._bound(frame, register, calls, each, name):
                return
        for each in legacy:
            if each.constant is not None and each.codes is not None:
                self._constant(frame, register, calls, each)
        for layout in known:
            self._written.setdefault((program, layout.start), set()).update(calls)
        study.need(program, calls, EXCEPTION)
        if len(legacy) == 1:
            self._alone(frame, calls, legacy[0], known[0], name)
        else:
            assert name is not None
            self._joined(frame, calls, legacy, known, name)

    def _obstacle(
        self,
        frame: Frame,
        caught: _Caught,
        whole: cst.Try,
        legacy: Sequence[_Handler],
        at: int,
    ) -> tuple[str, str] | None:
        """Return why the handlers of a `try` stay as they are, and what a person does about it."""
        if [each.node for each in legacy] != list(whole.handlers[at : at + len(legacy)]):
            return (
                "handlers of the legacy exceptions stand apart, and become one in API 3.0",
                "put them one after the other",
            )
        if len(legacy) > 1 and any(each.others for each in legacy):
            return (
                "one of several handlers also takes other exceptions",
                "give the other exceptions a handler of their own",
            )
        if any(each.codes is None for each in legacy[:-1]):
            return (
                "a handler follows the one that takes all legacy exceptions",
                "take out what is never reached",
            )
        for each in whole.handlers:
            if each.type is not None and any(
                isinstance(a, External) and self.study.solver.names.is_current_exception(a.name)
                for a in self._flat(self.uses.value_of(frame, each.type))
            ):
                return ("exceptions of both SDKs are caught here", "decide by the code")
        if self._sends_current(frame, caught.node.tried):
            return (
                "requests of both APIs are sent in this try, and their exceptions are the same now",
                "give each a try of its own",
            )
        if legacy[-1].codes is not None and any(
            each.type is None or self._is_broad(self.uses.value_of(frame, each.type))
            for each in whole.handlers[at + len(legacy) :]
        ):
            return (
                "a handler below takes the exceptions that this one no longer does",
                "decide by the code of the exception in one handler",
            )
        if any(each.others for each in legacy) and not self._is_mixed_plainly(frame, legacy[0]):
            return (
                "this handler also takes other exceptions",
                "give them a handler of their own",
            )
        return None

    def _is_mixed_plainly(self, frame: Frame, handler: _Handler) -> bool:
        """Tell whether a handler lists legacy exceptions beside others that are none of API 3.0."""
        kinds = handler.node.type
        if not isinstance(kinds, cst.Tuple):
            return False
        for element in kinds.elements:
            value = self.uses.value_of(frame, element.value)
            legacy = len(self._changes(value))
            if legacy == len(self._flat(value)) > 0:
                continue
            if isinstance(element, cst.StarredElement) or legacy or self._is_broad(value):
                return False
        return True

    def _sends_current(self, frame: Frame, tried: tuple[int, int]) -> bool:
        parts = [(frame, *tried)]
        parts += [(each, 0, len(self.study.code(each))) for each in self._entered(frame, tried)]
        return any(
            isinstance(atom, Method) and isinstance(atom.receiver, Client) and atom.receiver.current
            for each, start, end in parts
            for node in self.study.code(each)[start:end]
            if isinstance(node, ir.Call)
            for atom in each.registers[node.function]
        )

    # -- writing ----------------------------------------------------------------------------

    def _alone(
        self,
        frame: Frame,
        calls: set[Call],
        handler: _Handler,
        layout: _Layout,
        name: str | None,
    ) -> None:
        """Write a handler that stays one: what it does not take is let go first."""
        study, tree, program = self.study, layout.tree, frame.value.program
        newline, step = tree.module.default_newline, tree.module.default_indent
        kind = self.rules.sdk.current.exception.name
        kinds = kind
        if handler.others:
            kinds = f"({', '.join([kind, *self._others(frame, tree, handler)])})"
        head = f"except {kinds} as {name}:" if name is not None else f"except {kinds}:"
        frozen = frozenset(calls)
        owner = layout.start
        if handler.codes is None:
            study.insert(program, layout.start, layout.colon, head, owner, frozen)
            return
        assert name is not None
        test = self._test(tree, handler, name, negated=True)
        if handler.others:
            test = f"isinstance({name}, {kind}) and {test}"
        inner = layout.inner
        guard = f"{inner}if {test}:{newline}{inner}{step}raise{newline}"
        if layout.on_one_line:
            text = f"{head}{newline}{guard}{inner}"
            study.insert(program, layout.start, layout.first, text, owner, frozen)
            return
        study.insert(program, layout.start, layout.colon, head, owner, frozen)
        study.insert(program, layout.body, layout.body, guard, owner, frozen)

    def _joined(
        self,
        frame: Frame,
        calls: set[Call],
        handlers: Sequence[_Handler],
        layouts: Sequence[_Layout],
        name: str,
    ) -> None:
        """Write handlers that become one: their bodies become branches."""
        study, tree, program = self.study, layouts[0].tree, frame.value.program
        newline, step = tree.module.default_newline, tree.module.default_indent
        kind = self.rules.sdk.current.exception.name
        frozen = frozenset(calls)
        owner = layouts[0].start
        for place, (handler, layout) in enumerate(zip(handlers, layouts, strict=True)):
            if handler.codes is None:
                branch = "else:"
            else:
                word = "elif" if place else "if"
                branch = f"{word} {self._test(tree, handler, name, negated=False)}:"
            inner = layout.indent + step
            text = f"{step}{branch}"
            if place == 0:
                text = f"except {kind} as {name}:{newline}{inner}{branch}"
            study.insert(program, layout.start, layout.colon, text, owner, frozen)
            last = place + 1 == len(layouts)
            end = layout.end if last else tree.line_start(layouts[place + 1].start)
            for line in _lines(tree, layout.body, end, layout.node):
                study.insert(program, line, line, step, owner, frozen)
            self._indented.append((program, layout.body, end, frozen))
        if handlers[-1].codes is not None:
            last_layout = layouts[-1]
            inner, end = last_layout.indent + step, last_layout.end
            text = f"{inner}else:{newline}{inner}{step}raise{newline}"
            if not tree.text[:end].endswith(("\n", "\r")):
                text = newline + text.removesuffix(newline)
            study.insert(program, end, end, text, owner, frozen)

    def _test(self, tree: Tree, handler: _Handler, name: str, *, negated: bool) -> str:
        """Return the condition that asks whether an exception is for a handler (or is not)."""
        method = self.rules.sdk.current.code_method
        mark = '"' if tree.text.count('"') >= tree.text.count("'") else "'"
        codes = handler.codes or ()
        if handler.constant is not None and handler.node.type is not None:
            start, end = tree.range(handler.node.type)
            sign, other = "in", tree.text[start:end]
        elif len(codes) == 1:
            sign, other = "==", f"{mark}{codes[0]}{mark}"
        else:
            sign, other = "in", f"({', '.join(f'{mark}{code}{mark}' for code in codes)})"
        if negated:
            sign = {"in": "not in", "==": "!="}[sign]
        return f"{name}.{method}() {sign} {other}"

    def _others(self, frame: Frame, tree: Tree, handler: _Handler) -> Iterator[str]:
        """Yield the other exceptions that a handler lists, as they are written."""
        assert isinstance(handler.node.type, cst.Tuple)
        for element in handler.node.type.elements:
            if not self._changes(self.uses.value_of(frame, element.value)):
                start, end = tree.range(element.value)
                yield tree.text[start:end]

    def _constant(self, frame: Frame, register: int, calls: set[Call], handler: _Handler) -> None:
        """Let a tuple of legacy exceptions hold the codes that stand for them."""
        study, constant = self.study, handler.constant
        assert constant is not None
        if any(not caught.calls for caught in self._constants.get(constant, ())):
            study.block(
                calls, frame, register,
                "these exceptions are also caught where no request is sent",
                "keep them apart",
            )  # fmt: skip
            return
        home = study.solver.frames[constant.frame]
        made = constant.register // _SLOTS
        node = study.node(home, made)
        used = {c for caught in self._constants[constant] for c in caught.calls}
        elements = node.elements if isinstance(node, cst.Tuple) else ()
        changes = [self._changes(self.uses.value_of(home, each.value)) for each in elements]
        if not elements or any(
            len(each) != 1 or each[0].code is None or isinstance(element, cst.StarredElement)
            for each, element in zip(changes, elements, strict=True)
        ):
            study.block(
                calls, frame, register, "the exceptions caught here are put together elsewhere",
                "list the codes of API 3.0 there",
            )  # fmt: skip
            return
        for element, change in zip(elements, changes, strict=True):
            code = change[0].code
            assert code is not None

            def write(
                writer: Writer, code: str = code, at: cst.BaseExpression = element.value
            ) -> Piece:
                return Piece(writer.quoted(code, at))

            study.rewrite(home, made, element.value, ("code", code), used, write)

    # -- the exception itself ---------------------------------------------------------------

    def _bound(
        self,
        frame: Frame,
        register: int,
        calls: set[Call],
        handler: _Handler,
        name: str | None,
    ) -> bool:
        """Look at what is done with the exception; note what stands in the way."""
        study = self.study
        tree = study.tree(frame.value.program)
        assert tree is not None
        old = handler.name
        if old is None:
            if name is not None and any(True for _ in _names_in(handler.node.body, name)):
                study.block(
                    calls, frame, register, f"{name} is something else in another handler",
                    "give the exceptions one name",
                )  # fmt: skip
                return False
            return True
        assert name is not None
        if old != name and any(True for _ in _names_in(handler.node.body, name)):
            study.block(
                calls, frame, register,
                "handlers that become one name their exception differently",
                "give the exceptions one name",
            )  # fmt: skip
            return False
        for node in _names_in(handler.node.body, old):
            above = tree.parent(node)
            if isinstance(above, cst.Attribute) and above.value is node:
                methods = {
                    change.attributes.get(above.attr.value, "") for change in handler.changes
                }
                method = methods.pop() if len(methods) == 1 and not handler.others else ""
                if not method or _is_target(tree, above):
                    study.block(
                        calls, frame, register,
                        f"{above.attr.value} of the exception has no counterpart",
                        "decide what shall be shown or done instead",
                    )  # fmt: skip
                    return False

                def write_method(writer: Writer, method: str = method) -> Piece:
                    del writer
                    return Piece(f"{name}.{method}()")

                study.rewrite(frame, register, above, ("method", method), calls, write_method)
                continue
            shown = _is_shown(tree, node)
            if not shown:
                study.block(
                    calls, frame, register, "the exception itself is handed on",
                    "find out what is read of it",
                )  # fmt: skip
                return False
            if shown == "kept":
                study.doubt(
                    calls, frame, register,
                    "the text of the exception is kept, which API 3.0 words differently",
                    "see that nothing depends on its words",
                )  # fmt: skip
            if old != name:
                study.rewrite(frame, register, node, ("name", name), calls, lambda _: Piece(name))
        return True

    def _by_others(self, caught: _Caught) -> None:
        """Look at a handler that takes the exceptions of both SDKs, and all others."""
        study, frame, register = self.study, caught.frame, caught.register
        value = frame.registers[caught.node.kind]
        if not any(isinstance(a, External) and a.name in _BROAD for a in self._flat(value)):
            return
        tree = study.tree(frame.value.program)
        place = self._tries_of(frame.value.program, tree).get(caught.node.span) if tree else None
        if place is None or tree is None or place[1].name is None:
            return
        bound = place[1].name.name
        if not isinstance(bound, cst.Name):
            return
        read = {
            name for each in self.rules.sdk.exception_changes.values() for name in each.attributes
        }
        for node in _names_in(place[1].body, bound.value):
            above = tree.parent(node)
            if isinstance(above, cst.Attribute) and above.value is node:
                name = above.attr.value
                if name == "__class__":
                    self._kind_told(caught)
                elif name not in _OF_ANY and name not in read:
                    study.block(
                        caught.calls, frame, register,
                        f"{name} of an exception is read, which that of API 3.0 may not have",
                        "catch the exception of the 3.0 SDK before",
                    )  # fmt: skip
            elif isinstance(above, cst.Arg):
                called = tree.parent(above)
                function = called.func if isinstance(called, cst.Call) else None
                if isinstance(function, cst.Name) and function.value in _LOOKING:
                    self._kind_told(caught)

    def _kind_told(self, caught: _Caught) -> None:
        self.study.doubt(
            caught.calls, caught.frame, caught.register,
            "the kind of an exception is looked at, which is another one in API 3.0",
            "see that nothing depends on it",
        )  # fmt: skip

    # -- places -----------------------------------------------------------------------------

    def _tries_of(self, program: int, tree: Tree) -> dict[Span, tuple[cst.Try, cst.ExceptHandler]]:
        """Return the handlers of a module with their `try`, by where the kind stands."""
        if program not in self._tries:
            found: dict[Span, tuple[cst.Try, cst.ExceptHandler]] = {}
            for node in _all_in(tree.module):
                if isinstance(node, cst.Try):
                    for handler in node.handlers:
                        if handler.type is not None:
                            found[tree.span(handler.type)] = (node, handler)
            self._tries[program] = found
        return self._tries[program]

    def _layout(self, tree: Tree, node: cst.ExceptHandler) -> _Layout | None:
        """Return where the parts of a handler stand; None for a header with comments in it."""
        text = tree.text
        if node.type is None:
            return None
        kind_start, kind_end = tree.range(node.type)
        start = text.rfind("except", 0, kind_start)
        after = tree.range(node.name.name)[1] if node.name is not None else kind_end
        colon = text.find(":", after) + 1
        if start < 0 or not colon or any(mark in text[start:colon] for mark in "#\\"):
            return None
        line = tree.line_start(start)
        indent = text[line:start]
        if indent.strip() or not node.body.body:
            return None
        first = tree.range(node.body.body[0])[0]
        if isinstance(node.body, cst.SimpleStatementSuite):
            end = _line_end(text, tree.range(node.body.body[-1])[1])
            inner = indent + tree.module.default_indent
            return _Layout(tree, node, start, colon, indent, end, inner, first, end)
        inner = text[tree.line_start(first) : first]
        body = tree.line_start(first)
        while (above := tree.line_start(body - 1)) > colon and _is_remark(text[above:body]):
            body = above
        last = node.body.body[-1]
        end = _line_end(text, _trimmed(text, tree.range(last)[1]))
        place = end
        while place < len(text):
            upto = _line_end(text, place)
            remark = text[place:upto]
            if not _is_remark(remark):
                break
            place = upto
            if remark.strip() and len(remark) - len(remark.lstrip()) > len(indent):
                end = upto
        return _Layout(tree, node, start, colon, indent, body, inner, first, end)

    def _fresh(self, program: int, tree: Tree, whole: cst.Try) -> str:
        """Return a name for the exception that means nothing else there."""
        home: cst.CSTNode = tree.module
        for above in tree.above(whole):
            if isinstance(above, cst.FunctionDef):
                home = above
                break
        del program
        taken = {node.value for node in _all_in(home) if isinstance(node, cst.Name)}
        for name in _NAMES:
            if name not in taken:
                return name
        number = 2
        while f"{_NAMES[0]}{number}" in taken:
            number += 1
        return f"{_NAMES[0]}{number}"

    # -- what a `try` sends -----------------------------------------------------------------

    def _entered(self, frame: Frame, tried: tuple[int, int]) -> list[Frame]:
        """Return the frames that the body of a `try` runs, however far away."""
        frames = self.study.solver.frames
        if self._entering is None:
            self._entering = {}
            for other in frames:
                for user in other.users:
                    if isinstance(user, tuple):
                        self._entering.setdefault(user[0], set()).add((user[1], other.index))
                for register, node in enumerate(self.study.code(other) if other.runs else ()):
                    for operand in operands(node):
                        for atom in other.registers[operand]:
                            if isinstance(atom, Container) and atom.register < 0:
                                # A generator runs where it is gone over.
                                place = (register, atom.frame)
                                self._entering.setdefault(other.index, set()).add(place)
        start, end = tried
        waiting = [
            index
            for register, index in self._entering.get(frame.index, ())
            if start <= register < end
        ]
        seen = set(waiting)
        while waiting:
            for _, inner in self._entering.get(waiting.pop(), ()):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
        return [frames[index] for index in sorted(seen)]

    def _tried(self, frame: Frame, tried: tuple[int, int]) -> set[Call]:
        """Return the requests that the body of a `try` may send."""
        start, end = tried
        inside = {each.index for each in self._entered(frame, tried)}
        return {
            call
            for call in self.study.calls
            if call.frame in inside or (call.frame == frame.index and start <= call.register < end)
        }


def _all_in(root: cst.CSTNode) -> Iterator[cst.CSTNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.children)


def _names_in(body: cst.CSTNode, name: str) -> Iterator[cst.Name]:
    """Yield the places where a name is used, other than as an attribute or a keyword."""
    waiting: list[cst.CSTNode] = [body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.Name):
            if node.value == name:
                yield node
        elif isinstance(node, (cst.Attribute, cst.Arg)):
            waiting.append(node.value)
        else:
            waiting.extend(node.children)


def _is_target(tree: Tree, node: cst.CSTNode) -> bool:
    return isinstance(tree.parent(node), (cst.AssignTarget, cst.AugAssign, cst.Del, cst.Call)) and (
        not isinstance(call := tree.parent(node), cst.Call) or call.func is node
    )


def _is_shown(tree: Tree, node: cst.CSTNode) -> str:
    """Tell whether an exception is only shown, or its text "kept" for later; empty if neither."""
    above = tree.parent(node)
    match above:
        case cst.FormattedStringExpression():
            return _is_text_shown(tree, tree.parent(above))
        case cst.From() | cst.Raise():
            return "shown"
        case cst.Arg():
            called = tree.parent(above)
            if not isinstance(called, cst.Call):
                return ""
            match called.func:
                case cst.Name(value) if value in _TEXTS:
                    return _is_text_shown(tree, called)
                case cst.Name(value):
                    shows = value in _SHOWING or _is_exception(value)
                    return "shown" if shows else ""
                case cst.Attribute(attr=cst.Name("format")):
                    return _is_text_shown(tree, called)
                case cst.Attribute(attr=cst.Name(value)):
                    return "shown" if value in _LOGGING or _is_exception(value) else ""
                case _:
                    return ""
        case cst.BinaryOperation(operator=cst.Modulo()) if above.right is node:
            return _is_text_shown(tree, above)
        case cst.Element():
            outer = tree.parent(above)
            operation = tree.parent(outer) if outer is not None else None
            if isinstance(operation, cst.BinaryOperation) and isinstance(
                operation.operator, cst.Modulo
            ):
                return _is_text_shown(tree, operation)
            return ""
        case _:
            return ""


def _is_text_shown(tree: Tree, node: cst.CSTNode | None) -> str:
    """Tell whether the text of an exception is only shown, or "kept"; empty if neither."""
    while node is not None:
        above = tree.parent(node)
        match above:
            case cst.BinaryOperation(operator=cst.Add() | cst.Modulo()):
                node = above
            case cst.FormattedStringExpression() | cst.ConcatenatedString() | cst.FormattedString():
                node = above
            case cst.Arg():
                called = tree.parent(above)
                shown = ""
                if isinstance(called, cst.Call):
                    match called.func:
                        case cst.Name(value) if value in _TEXTS:
                            node = called
                            continue
                        case cst.Name(value):
                            shows = value in (*_SHOWING, "exit") or _is_exception(value)
                            shown = "shown" if shows else ""
                        case cst.Attribute(attr=cst.Name(value)):
                            shows = value in (*_LOGGING, "exit") or _is_exception(value)
                            shown = "shown" if shows else ""
                return shown or "kept"
            case cst.Comparison() | cst.ComparisonTarget() | cst.Subscript() | cst.Attribute():
                return ""
            case cst.If() | cst.While() | cst.IfExp() | cst.BooleanOperation():
                return ""
            case cst.Expr():
                return "shown"
            case _:
                return "kept"
    return "kept"


def _is_exception(name: str) -> bool:
    return name.endswith(("Error", "Exception", "Exit")) and name[:1].isupper()


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _line_end(text: str, offset: int) -> int:
    """Return where the line after that of an offset begins."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1] in " \t\r\n":
        end -= 1
    return end


def _lines(tree: Tree, start: int, end: int, within: cst.CSTNode) -> list[int]:
    """Return where the lines of a stretch begin, but for empty ones and those inside a string."""
    text = tree.text
    strings = [
        tree.range(node)
        for node in _all_in(within)
        if isinstance(node, (cst.SimpleString, cst.FormattedString))
    ]
    found: list[int] = []
    at = start
    while at < end:
        upto = _line_end(text, at)
        if text[at:upto].strip() and not any(first < at < last for first, last in strings):
            found.append(at)
        at = upto
    return found
