"""Calls: what may be done with something of a flow by handing it to a function."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.values import (
    Atom,
    Body,
    BoundMethod,
    Call,
    ClassValue,
    Client,
    Const,
    Container,
    EnvelopeField,
    External,
    Foreign,
    FunctionValue,
    Instance,
    Method,
    Partial,
    Response,
    SuperObject,
    Text,
    Unknown,
    Value,
    join,
)
from clb_migrate.fixes.decisions import fields_of
from clb_migrate.fixes.tables import Tables
from clb_migrate.fixes.writer import Piece, Writer

if TYPE_CHECKING:
    from clb_migrate.analysis.solver import Frame
    from clb_migrate.fixes.uses import Uses

_SHOWS = frozenset(
    (
        "print",
        "str",
        "repr",
        "format",
        "ascii",
        "pprint.pprint",
        "pprint.pformat",
        "warnings.warn",
        "sys.stdout.write",
        "sys.stderr.write",
        "click.echo",
        "click.secho",
    )
)
_SHOWING_ROOTS = ("logging", "loguru", "structlog", "traceback")
_WHOLE = frozenset(
    (
        "list",
        "tuple",
        "set",
        "frozenset",
        "reversed",
        "iter",
        "next",
        "enumerate",
        "zip",
        "map",
        "filter",
        "any",
        "all",
        "bool",
        "id",
        "type",
        "callable",
        "copy.copy",
        "copy.deepcopy",
        "dict",
        "functools.partial",
        "itertools.chain",
        "itertools.chain.from_iterable",
        "itertools.islice",
        "collections.Counter",
        "collections.deque",
        "asyncio.gather",
        "asyncio.run",
        "getattr",
    )
)
"""Functions that hand on what they get, or only look whether there is something."""
_ORDERING = frozenset(("sorted", "min", "max", "sum", "round", "divmod", "abs", "hash", "cmp"))
_COUNTING = frozenset(("len",))
_KEEPING = frozenset(
    (
        "append",
        "add",
        "appendleft",
        "put",
        "put_nowait",
        "insert",
        "extend",
        "update",
        "extendleft",
        "get",
        "pop",
        "popleft",
        "setdefault",
        "get_nowait",
        "copy",
        "items",
        "values",
        "keys",
        "next",
        "clear",
        "reverse",
        "union",
        "__getitem__",
        "most_common",
    )
)
_LOGGING = frozenset(
    ("debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log")
)
_STORING = ("write", "writelines", "writerow", "set", "save", "execute")
_UNPACKING = frozenset(
    ("asdict", "astuple", "vars", "copy", "deepcopy", "dumps", "dump", "replace", "getattr")
)
_SEARCHING = frozenset(
    (
        "startswith",
        "endswith",
        "find",
        "rfind",
        "index",
        "count",
        "split",
        "partition",
        "rpartition",
        "rsplit",
        "isdigit",
        "__contains__",
    )
)
_IDENTITY = frozenset(("assertIs", "assertIsNot", "assertIsNone", "assertIsNotNone"))
_NUMBER = re.compile(r"%[-+ #0]*\d*(?:\.\d+)?[diouxXeEfFgGc]|\{[^{}]*:[^{}]*[bcdeEfFgGnoxX%]\}")


class Arguments:
    """What calls do with what they are given."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self.study = uses.study
        self.rules = uses.study.rules
        self.tables = Tables(uses)

    def call(self, frame: Frame, register: int, node: ir.Call) -> None:
        """`function(arguments)`"""
        study = self.study
        function = frame.registers[node.function]
        if self._own_methods(frame, register, node, function):
            return
        given = [(a, frame.registers[a.value]) for a in node.arguments]
        calls: set[Call] = set()
        for _, value in given:
            calls |= study.calls_in(value)
        self.uses.parameters.called(frame, register, node, function)
        self._message(frame, register, node, function)
        self._ordered(frame, register, function)
        self._sought(frame, register, function)
        self._numbers(frame, register, node, function)
        self._unpacked_objects(frame, register, node, function)
        if any(isinstance(a, Partial) and study.calls_of(a) for a in function):
            self.uses.requests.later(frame, register, node)
        if not calls:
            return
        if any(a.star == "**" and self._has_answer(value) for a, value in given):
            study.block(
                calls,
                frame,
                register,
                "the fields of an answer are unpacked, under other names",
                "name the fields",
            )
            return
        if not function and self._is_logging(frame, register):
            self._show_all(frame, register, node)
            return
        if not function or (len(function) == 1 and Unknown() in function):
            study.block(
                calls,
                frame,
                register,
                "it is handed to code that is not followed",
                "find out what that does with it",
            )
            return
        for atom in function:
            self._called(frame, register, node, atom, calls)

    def _numbers(self, frame: Frame, register: int, node: ir.Call, function: Value) -> None:
        """Note a number made, or formatted, of the id of a task."""
        names = {a.name.removeprefix("builtins.") for a in function if isinstance(a, External)}
        self._kept_tasks(frame, register, node, function)
        if not names & {"int", "float", "hex", "abs", "divmod", "round", "range"}:
            return
        for argument in node.arguments:
            calls = self.uses.tasks_in(frame.registers[argument.value])
            if calls:
                self.study.block(
                    calls,
                    frame,
                    register,
                    "the id of a task is used as a number, and is a text in API 3.0",
                    "keep it as it is",
                )

    def _kept_tasks(self, frame: Frame, register: int, node: ir.Call, function: Value) -> None:
        """Note ids of tasks that are kept outside of the program."""
        site = self.study.node(frame, register)
        written = (
            not function
            and isinstance(site, cst.Call)
            and isinstance(site.func, cst.Attribute)
            and site.func.attr.value
            in ("write", "writelines", "writerow", "set", "save", "execute")
        )
        names = {a.name.rsplit(".", maxsplit=1)[-1] for a in function if isinstance(a, External)}
        if not written and not names & {"dump", "dumps"}:
            return
        for at, argument in enumerate(node.arguments):
            value = frame.registers[argument.value]
            if isinstance(site, cst.Call) and at < len(site.args):
                inner = site.args[at].value
                while isinstance(inner, cst.Call) and inner.args:
                    inner = inner.args[0].value
                    value = join(value, self.uses.value_of(frame, inner))
            calls = self.uses.tasks_in(value)
            heap = self.study.solver.heap
            for atom in value:
                if isinstance(atom, Container):
                    for key in heap.keys.get(atom, ()):
                        calls |= self.uses.tasks_in(heap.get(atom, key))
            if calls:
                self.study.doubt(
                    calls,
                    frame,
                    register,
                    "the id of a task is kept outside of the program, and is another in API 3.0",
                    "see that whoever reads it asks API 3.0",
                )

    def _unpacked_objects(
        self, frame: Frame, register: int, node: ir.Call, function: Value
    ) -> None:
        """Note objects that hold codes or answers and are turned into plain data."""
        names = {a.name.rsplit(".", maxsplit=1)[-1] for a in function if isinstance(a, External)}
        if not names & _UNPACKING:
            return
        heap = self.study.solver.heap
        for argument in node.arguments:
            for atom in frame.registers[argument.value]:
                if not isinstance(atom, Instance):
                    continue
                calls: set[Call] = set()
                for key in heap.keys.get(atom, ()):
                    held = heap.get(atom, key)
                    calls |= {f.call for f in fields_of(held) if f.call is not None}
                    calls |= self.study.calls_in(
                        {a: None for a in held if isinstance(a, (Response, Body))}
                    )
                if calls:
                    self.study.block(
                        calls, frame, register, "an object that holds it is turned into plain data"
                    )

    def _sought(self, frame: Frame, register: int, function: Value) -> None:
        """Note that something is looked for among codes that were collected."""
        for atom in function:
            if (
                isinstance(atom, Method)
                and isinstance(atom.receiver, Container)
                and atom.receiver.kind != "dict"
                and atom.name in ("count", "index", "remove", "__contains__")
                and self._holds_codes({atom.receiver: None})
            ):
                self.study.block(
                    self.study.calls_of(atom.receiver),
                    frame,
                    register,
                    "something is looked for among codes",
                    "compare the codes one by one",
                )

    def _has_answer(self, value: Value) -> bool:
        return any(isinstance(a, Response) and self.study.calls_of(a) for a in value)

    def _is_logging(self, frame: Frame, register: int) -> bool:
        """Tell whether a method of some library's object is called that writes a log."""
        site = self.study.node(frame, register)
        return (
            isinstance(site, cst.Call)
            and isinstance(site.func, cst.Attribute)
            and site.func.attr.value in _LOGGING
        )

    def _message(self, frame: Frame, register: int, node: ir.Call, function: Value) -> None:
        """The words of a message decide nothing."""
        study = self.study
        found: set[Call] = set()
        for atom in function:
            if (
                isinstance(atom, Method)
                and isinstance(atom.receiver, EnvelopeField)
                and atom.receiver.role == "message"
                and atom.name in _SEARCHING
            ):
                found |= {atom.receiver.call} if atom.receiver.call else set()
            if isinstance(atom, External) and atom.name.split(".")[0] in ("re", "regex", "fnmatch"):
                for argument in node.arguments:
                    for field in fields_of(frame.registers[argument.value]):
                        found |= {field.call} if field.call else set()
        if found:
            study.block(
                found,
                frame,
                register,
                "the text of a message decides something",
                "decide by the code; API 3.0 words its messages differently",
            )

    # -- methods of what is of a flow -------------------------------------------------------

    def _own_methods(self, frame: Frame, register: int, node: ir.Call, function: Value) -> bool:
        """Deal with methods of clients, answers and codes; tell whether there is nothing else."""
        study = self.study
        own = [a for a in function if isinstance(a, Method) and study.calls_of(a.receiver)]
        own += [
            a
            for a in function
            if isinstance(a, Method)
            and isinstance(a.receiver, Client)
            and not a.receiver.current
            and a not in own
        ]
        own = [a for a in own if not isinstance(a.receiver, Container)]
        if not own:
            return False
        names = {a.name for a in own}
        function = {
            a: trail
            for a, trail in function.items()
            if not (
                isinstance(a, Method)
                and isinstance(a.receiver, Container)
                and a.name in names
                and not self.study.solver.heap.keys.get(a.receiver)
            )
        }
        calls = set().union(*(study.calls_of(a.receiver) for a in own))
        kinds = {type(a.receiver) for a in own}
        if len(kinds) > 1 or len(own) < len(function):
            study.block(calls, frame, register, "several things may be called here")
            return True
        first = own[0]
        match first.receiver:
            case Client():
                self.uses.requests.method(frame, register, node, own)
            case Response() as response:
                self.uses.responses.method(frame, register, node, first.name, response)
            case Body():
                self._body(frame, register, node, first.name, calls)
            case EnvelopeField():
                self._code(frame, register, node, first.name, calls)
            case _:
                study.block(calls, frame, register, f"{first.name}() of it is not rewritten")
        return True

    def _body(
        self, frame: Frame, register: int, node: ir.Call, name: str, calls: set[Call]
    ) -> None:
        study = self.study
        site = study.node(frame, register)
        if name not in ("decode", "strip") or not (
            isinstance(site, cst.Call) and isinstance(site.func, cst.Attribute)
        ):
            study.block(
                calls,
                frame,
                register,
                "the text of an answer is used as text",
                "parse the answer and read its fields",
            )
            return
        inner = site.func.value
        operand = study.code(frame)[node.function]
        study.rewrite(
            frame,
            register,
            site,
            ("same",),
            calls,
            lambda writer: writer.piece(inner),
            operand.base if isinstance(operand, ir.Attribute) else None,
        )

    def _code(
        self, frame: Frame, register: int, node: ir.Call, name: str, calls: set[Call]
    ) -> None:
        if name in ("startswith", "endswith"):
            self.uses.decisions.prefix(frame, register, node, name)
        elif name in ("strip", "lower", "upper", "__str__"):
            return
        else:
            self.study.block(calls, frame, register, f"{name}() of a code is not rewritten")

    # -- functions that get something of a flow ---------------------------------------------

    def _only_clients_compared(self, frame: Frame, node: ir.Call, atom: External | Foreign) -> bool:
        """Tell whether a test only asks which client it got."""
        path = atom.name.split(".") if isinstance(atom, External) else [atom.name, *atom.path]
        return path[-1] in _IDENTITY and all(
            isinstance(each, Client) or not self.study.calls_of(each)
            for argument in node.arguments
            for each in frame.registers[argument.value]
        )

    def _called(
        self, frame: Frame, register: int, node: ir.Call, atom: Atom, calls: set[Call]
    ) -> None:
        study = self.study
        if isinstance(atom, (External, Foreign)) and self._only_clients_compared(frame, node, atom):
            return
        match atom:
            case FunctionValue() | BoundMethod() | Instance() | SuperObject():
                return
            case ClassValue():
                if self.uses.members(atom):
                    study.block(
                        calls,
                        frame,
                        register,
                        "a member of an enumeration is made of a code",
                        "compare the code with the 3.0 codes",
                    )
            case Partial():
                inner: Atom = atom
                while isinstance(inner, Partial):
                    inner = inner.function
                if isinstance(inner, Method) and isinstance(inner.receiver, Client):
                    return
                if not isinstance(inner, FunctionValue | BoundMethod | ClassValue):
                    study.block(calls, frame, register, "it is handed to what is called later on")
            case External(name):
                self._external(frame, register, node, name.removeprefix("builtins."), calls)
            case Foreign(name):
                dotted = ".".join((name, *atom.path))
                if name.split(".")[0] in _SHOWING_ROOTS:
                    self._show_all(frame, register, node)
                elif (frame.index, register) not in self.uses.entered:
                    study.block(
                        calls, frame, register, f"it is handed to {dotted}(), which is not followed"
                    )
            case Method(Container() as container, name):
                self._kept(frame, register, node, container, name, calls)
            case Method(Const() | Text(), name):
                self._texts(frame, register, node, name, atom)
            case _:
                if (frame.index, register) not in self.uses.entered:
                    study.block(
                        calls,
                        frame,
                        register,
                        "it is handed to code that is not followed",
                        "find out what that does with it",
                    )

    def _external(
        self, frame: Frame, register: int, node: ir.Call, name: str, calls: set[Call]
    ) -> None:
        study = self.study
        values = [frame.registers[a.value] for a in node.arguments]
        short = name.rsplit(".", maxsplit=1)[-1]
        fields = [field for value in values for field in fields_of(value)]
        if study.solver.names.is_one_of(self.rules.libraries.decoders, name):
            self._decoded(frame, register, node, short, calls)
        elif name == "int" and fields:
            self._number(frame, register, node, calls)
        elif name in ("isinstance", "issubclass") and any(
            self.uses.is_client_class(a) for value in values for a in value
        ):
            study.block(
                calls,
                frame,
                register,
                "the class of the legacy SDK itself decides something",
                "decide by something else",
            )
        elif name == "isinstance":
            if fields:
                study.block(calls, frame, register, "the class of a code decides something")
        elif short == "write" and any(
            isinstance(a, Body | Response) and study.calls_of(a) for value in values for a in value
        ):
            study.block(
                calls,
                frame,
                register,
                "the text of an answer is written as it is",
                "write the fields that matter instead",
            )
        elif self._shows(name):
            self._show_all(frame, register, node)
        elif name in _COUNTING:
            for value in values:
                for atom in value:
                    counts = isinstance(atom, EnvelopeField | Body) or (
                        isinstance(atom, Response) and not self.study.is_list(atom)
                    )
                    if counts and study.calls_of(atom):
                        study.block(calls, frame, register, f"{short}() is taken of it")
        elif self._unseen_function(frame, node, name):
            study.block(
                calls,
                frame,
                register,
                f"what {short}() calls with it is not followed",
                "write that function down as a lambda",
            )
        elif name in _ORDERING:
            if fields or any(self._holds_codes(value) for value in values):
                study.block(
                    calls,
                    frame,
                    register,
                    "codes are put in an order",
                    "3.0 codes are texts, which come in another order",
                )
        elif name in _WHOLE:
            self._handed_on(frame, register, node, name, calls)
        elif short in ("exit", "_exit"):
            study.block(
                calls,
                frame,
                register,
                "the code becomes the exit status",
                "choose an exit status for each kind of error",
            )
        elif (frame.index, register) in self.uses.entered and not fields:
            return
        else:
            study.block(
                calls,
                frame,
                register,
                f"it is handed to {name}(), which is not followed",
                "find out what that does with it",
            )

    def _ordered(self, frame: Frame, register: int, function: Value) -> None:
        """Note a function that gives codes to put things in an order by."""
        solver = self.study.solver
        names = {
            a.name.rsplit(".", maxsplit=1)[-1] for a in function if isinstance(a, External | Method)
        }
        if not names & {"sort", "sorted", "min", "max", "nsmallest", "nlargest", "groupby"}:
            return
        for other in solver.frames:
            for user in other.users:
                if isinstance(user, tuple) and user[:2] == (frame.index, register):
                    given = solver.heap.get(("frame", other.index), ("return",))
                    calls = self.study.calls_in(given)
                    if fields_of(given) or self._holds_codes(given):
                        self.study.block(
                            calls,
                            frame,
                            register,
                            "things are put in an order by their codes",
                            "3.0 codes are texts, which come in another order",
                        )

    def _unseen_function(self, frame: Frame, node: ir.Call, name: str) -> bool:
        """Tell whether a function is given beside an answer that is none of the project's."""
        given = [a for a in node.arguments if a.keyword == "key"]
        if name in ("map", "filter", "itertools.groupby", "functools.reduce"):
            given += node.arguments[:1] if name != "itertools.groupby" else node.arguments[1:2]
        own = (FunctionValue, BoundMethod, Const)
        plain = ("len", "str", "int", "bool", "float")
        return any(
            not frame.registers[a.value]
            or not all(
                isinstance(atom, own)
                or (isinstance(atom, External) and atom.name.removeprefix("builtins.") in plain)
                for atom in frame.registers[a.value]
            )
            for a in given
        )

    def _shows(self, name: str) -> bool:
        """Tell whether a function, or the text of an exception, is there to be read by people."""
        short = name.rsplit(".", maxsplit=1)[-1]
        return (
            name in _SHOWS
            or name.split(".", maxsplit=1)[0] in _SHOWING_ROOTS
            or short in ("Exception", "BaseException")
            or short.endswith(("Error", "Warning"))
        )

    def _handed_on(
        self, frame: Frame, register: int, node: ir.Call, name: str, calls: set[Call]
    ) -> None:
        study = self.study
        for argument in node.arguments:
            for atom in frame.registers[argument.value]:
                if not study.calls_of(atom):
                    continue
                taken_apart = name in (
                    "list",
                    "tuple",
                    "set",
                    "frozenset",
                    "iter",
                    "enumerate",
                    "zip",
                    "sorted",
                    "reversed",
                    "map",
                    "filter",
                )
                if isinstance(atom, Response) and taken_apart and not self.study.is_list(atom):
                    study.block(calls, frame, register, "the keys of an answer are gone over")
                elif isinstance(atom, (Body, EnvelopeField)) and name not in (
                    "bool",
                    "any",
                    "all",
                    "next",
                    "id",
                    "type",
                ):
                    if name == "functools.partial" or (frame.index, register) in self.uses.entered:
                        continue
                    study.block(calls, frame, register, f"{name}() is made of it")
        if name == "getattr":
            study.block(calls, frame, register, "an attribute of it is read by its name")
        function_values = [frame.registers[a.value] for a in node.arguments[:1]]
        if name == "functools.partial" and any(
            isinstance(a, Method) and isinstance(a.receiver, Client)
            for value in function_values
            for a in value
        ):
            return

    def _holds_codes(self, value: Value) -> bool:
        heap = self.study.solver.heap
        return any(
            fields_of(heap.get(atom, key))
            for atom in value
            if isinstance(atom, Container)
            for key in heap.keys.get(atom, ())
        )

    def _decoded(
        self, frame: Frame, register: int, node: ir.Call, short: str, calls: set[Call]
    ) -> None:
        """`json.loads(body)` is the body's own expression: what is sent comes back parsed."""
        study = self.study
        site = study.node(frame, register)
        if short in ("eval", "literal_eval") or not short.startswith("load"):
            study.block(
                calls,
                frame,
                register,
                f"the answer is read by {short}()",
                "parse it as JSON first",
            )
            return
        if not isinstance(site, cst.Call) or not site.args or not node.arguments:
            study.block(calls, frame, register, "this way of parsing an answer is not rewritten")
            return
        operand = node.arguments[0].value
        if any(not isinstance(a, (Body, Const)) for a in frame.registers[operand]):
            study.block(calls, frame, register, "what is parsed may also be something else")
            return
        inner = site.args[0].value

        def write(writer: Writer) -> Piece:
            return Piece(writer.moved(inner, site), writer.piece(inner).level)

        study.rewrite(frame, register, site, ("same",), calls, write, operand)

    def _number(self, frame: Frame, register: int, node: ir.Call, calls: set[Call]) -> None:
        """`int(code)` is the code."""
        site = self.study.node(frame, register)
        if not isinstance(site, cst.Call) or len(site.args) != 1:
            self.study.block(calls, frame, register, "a number is made of a code")
            return
        inner = site.args[0].value

        def write(writer: Writer) -> Piece:
            return writer.piece(inner)

        self.study.rewrite(frame, register, site, ("same",), calls, write, node.arguments[0].value)

    def _kept(
        self,
        frame: Frame,
        register: int,
        node: ir.Call,
        container: Container,
        name: str,
        calls: set[Call],
    ) -> None:
        study = self.study
        first = frame.registers[node.arguments[0].value] if node.arguments else {}
        if container.kind == "dict" and name in ("get", "pop") and fields_of(first):
            function = study.code(frame)[node.function]
            if isinstance(function, ir.Attribute):
                self.tables.looked_up(frame, register, function.base, node.arguments[0].value, node)
            return
        if name == "join" or name in _KEEPING:
            return
        if name == "sort":
            return
        study.block(calls, frame, register, f"{name}() of a {container.kind} is used with it")

    # -- shown to people --------------------------------------------------------------------

    def _texts(self, frame: Frame, register: int, node: ir.Call, name: str, atom: Method) -> None:
        if name == "format":
            template = atom.receiver.value if isinstance(atom.receiver, Const) else ""
            calls: set[Call] = set()
            for argument in node.arguments:
                calls |= self.study.calls_in(frame.registers[argument.value])
            if (
                isinstance(template, str)
                and re.search(r"\{\w*[\[.]", template)
                and any(self._has_answer(frame.registers[a.value]) for a in node.arguments)
            ):
                self.study.block(
                    calls,
                    frame,
                    register,
                    "the fields of an answer are put into a text by their names",
                    "name the fields",
                )
            if (
                isinstance(template, str)
                and _NUMBER.search(template)
                and any(fields_of(frame.registers[a.value]) for a in node.arguments)
            ):
                self.study.block(calls, frame, register, "a code is formatted as a number")
        self._show_all(frame, register, node)

    def interpolated(self, frame: Frame, register: int, left: Value, right: Value) -> None:
        """`template % values`"""
        study = self.study
        calls = study.calls_in(right)
        if any(
            isinstance(a, Const) and isinstance(a.value, str) and "%(" in a.value for a in left
        ) and self._has_answer(right):
            study.block(
                calls,
                frame,
                register,
                "the fields of an answer are put into a text by their names",
                "name the fields",
            )
            return
        if not calls:
            self.uses.parameters.shown(frame, register, right)
            return
        codes = bool(fields_of(right)) or self._holds_codes(right)
        templates = [a.value for a in left if isinstance(a, Const)]
        if codes and self._formats_number(right, templates):
            study.block(calls, frame, register, "a code is formatted as a number")
            return
        self.shown(frame, register, right, "put into a text")

    def _formats_number(self, right: Value, templates: Iterable[object]) -> bool:
        heap = self.study.solver.heap
        for template in templates:
            if not isinstance(template, str):
                continue
            places = re.findall(
                r"%(?:\(\w+\))?[-+ #0]*[\d*]*(?:\.[\d*]+)?([a-zA-Z])", template.replace("%%", "")
            )
            for atom in right:
                if isinstance(atom, EnvelopeField) and any(p in "diouxXeEfFgGc" for p in places):
                    return True
                if isinstance(atom, Container) and atom.kind == "tuple":
                    for at, letter in enumerate(places):
                        if letter in "diouxXeEfFgGc" and fields_of(heap.get(atom, at)):
                            return True
                if isinstance(atom, Container) and atom.kind == "dict":
                    for key, letter in re.findall(r"%\((\w+)\)[^a-zA-Z]*([a-zA-Z])", template):
                        if letter in "diouxXeEfFgGc" and fields_of(heap.get(atom, key)):
                            return True
        return False

    def _show_all(self, frame: Frame, register: int, node: ir.Call) -> None:
        template = ""
        for at, argument in enumerate(node.arguments):
            value = frame.registers[argument.value]
            if at == 0:
                found = [a.value for a in value if isinstance(a, Const)]
                template = found[0] if found and isinstance(found[0], str) else ""
            calls = self.study.calls_in(value)
            if not calls:
                self.uses.parameters.shown(frame, register, value)
                continue
            if self._only_keys(frame, register, at):
                continue
            if template and at > 0 and fields_of(value):
                places = re.findall(
                    r"%[-+ #0]*[\d*]*(?:\.[\d*]+)?([a-zA-Z])", template.replace("%%", "")
                )
                if at - 1 < len(places) and places[at - 1] in "diouxXeEfFgGc":
                    self.study.block(calls, frame, register, "a code is formatted as a number")
            self.shown(frame, register, value, "shown")

    def _only_keys(self, frame: Frame, register: int, at: int) -> bool:
        """Tell whether an argument is a collection of the keys of a dict."""
        site = self.study.node(frame, register)
        if not isinstance(site, cst.Call) or at >= len(site.args):
            return False
        match site.args[at].value:
            case cst.Call(func=cst.Name("sorted" | "list" | "set" | "tuple"), args=[argument, *_]):
                value = self.uses.value_of(frame, argument.value)
                return all(isinstance(a, Container) and a.kind == "dict" for a in value)
            case _:
                return False

    def shown(self, frame: Frame, register: int, value: Value, how: str) -> None:
        """Note that a value is shown to people: a code may be, a whole answer looks different."""
        study = self.study
        whole = [a for a in value if isinstance(a, (Response, Body)) and study.calls_of(a)]
        heap = study.solver.heap
        waiting = [a for a in value if isinstance(a, Container)]
        seen = set(waiting)
        while waiting:
            container = waiting.pop()
            for key in heap.keys.get(container, ()):
                for inner in heap.get(container, key):
                    if isinstance(inner, (Response, Body)) and study.calls_of(inner):
                        whole.append(inner)
                    elif isinstance(inner, Container) and inner not in seen:
                        seen.add(inner)
                        waiting.append(inner)
        if whole:
            affected = {call for atom in whole for call in study.calls_of(atom)}
            study.doubt(
                affected,
                frame,
                register,
                f"an answer, or a part of it, is {how} whole, and its text is another in API 3.0",
                "see whether anything reads that text",
            )

    def is_text(self, value: Value) -> bool:
        """Tell whether a value is some text."""
        return any(
            isinstance(a, Text) or (isinstance(a, Const) and isinstance(a.value, (str, bytes)))
            for a in value
        )
