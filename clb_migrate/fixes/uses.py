"""Every use of a value of a flow: known ones leave rewrites, all others stand in the way."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.notes import ActionNote, CommandNote
from clb_migrate.analysis.operands import operands
from clb_migrate.analysis.solver import Frame
from clb_migrate.analysis.values import (
    NOTHING,
    Atom,
    Body,
    Call,
    ClassValue,
    Client,
    Const,
    Container,
    EnvelopeField,
    External,
    Instance,
    Method,
    Partial,
    ProjectModule,
    Response,
    Site,
    Value,
    join,
)
from clb_migrate.fixes.absent import forget_absent
from clb_migrate.fixes.arguments import Arguments
from clb_migrate.fixes.clients import CLASS, Clients
from clb_migrate.fixes.constants import Constants, opaque_members
from clb_migrate.fixes.decisions import Decisions, fields_of, is_nothing
from clb_migrate.fixes.handlers import Handlers
from clb_migrate.fixes.parameters import Parameters
from clb_migrate.fixes.requests import Requests
from clb_migrate.fixes.responses import Responses
from clb_migrate.fixes.stale import Stale
from clb_migrate.fixes.study import Study

_MOVES = (
    ir.Bind,
    ir.Merge,
    ir.Narrow,
    ir.StoreName,
    ir.StoreAttribute,
    ir.Return,
    ir.Yield,
    ir.Truth,
    ir.MakeFunction,
    ir.Element,
    ir.Unpack,
)
_DIRECT = (Response, EnvelopeField, Body, Client)


class Uses:
    """The uses of the values of one solved group of modules."""

    def __init__(self, study: Study, endpoint: str = "") -> None:
        """`endpoint` is the 3.0 host that new clients are told, if not the usual one."""
        self.study = study
        self.endpoint = endpoint
        self.consumed: set[tuple[int, int]] = set()
        """Nodes that are part of a condition that is written anew, by frame and `id`."""
        self.arithmetic: list[tuple[Frame, int, set[Call], str]] = []
        self.responses = Responses(self)
        self.decisions = Decisions(self)
        self.requests = Requests(self)
        self.parameters = Parameters(self)
        self.clients = Clients(self)
        self.arguments = Arguments(self)
        self.handlers = Handlers(self)
        self.constants = Constants(self)
        self.entered = {
            (user[0], user[1])
            for frame in study.solver.frames
            for user in frame.users
            if isinstance(user, tuple)
        }
        """The calls, by frame and register, that run functions of the project."""
        self.opaque: frozenset[Site] = frozenset()
        """Where members of enumerations are defined that are used though they equal no number."""

    def run(self) -> None:
        """Go over everything."""
        study = self.study
        forget_absent(study.solver)
        self.opaque = opaque_members(self)
        study.by_client = {}
        frames = [frame for frame in study.solver.frames if frame.runs]
        self._collect(frames)
        self.requests.find(frames)
        if not study.calls:
            Stale(self).run(frames)
            return
        self.parameters.assign(frames)
        self.clients.assign(frames)
        for frame in frames:
            for register, node in enumerate(study.code(frame)):
                self._use(frame, register, node)
        self._deleted()
        self.parameters.finish()
        self.clients.finish()
        self.handlers.finish()
        self.arguments.tables.finish()
        for frame, register, calls, text in self.arithmetic:
            site = study.node(frame, register)
            if site is None or (frame.index, id(site)) not in self.consumed:
                study.block(calls, frame, register, text)
        self._finish_decisions()
        self._unseen_functions()
        self._named_actions(frames)
        self._annotations()
        self._unexplained()
        Stale(self).run(frames)
        for rewrite, frame in study.inconsistent():
            if rewrite.operand is not None:
                study.block(
                    rewrite.calls,
                    frame,
                    rewrite.operand,
                    "this also gets something that is no answer of API 2.0",
                    "keep the two apart",
                )
        self.constants.finish()

    def _collect(self, frames: Sequence[Frame]) -> None:
        """Note the requests, and what is sent in a way that is never rewritten."""
        study = self.study
        for frame in frames:
            for note in frame.notes:
                if isinstance(note, CommandNote) and note.call is not None:
                    study.calls[note.call] = frame
                    study.block(
                        [note.call],
                        frame,
                        note.call.register,
                        f"{note.command} is run as a program",
                        f"run {study.rules.sdk.replacement_command} instead, whose output, errors "
                        "and exit codes are others",
                    )
                elif isinstance(note, ActionNote) and note.call is not None:
                    study.calls[note.call] = frame
                    if note.transport == "http":
                        study.block(
                            [note.call],
                            frame,
                            note.call.register,
                            "the request is sent without the SDK, and signed by hand or by an "
                            "address the SDK made",
                            "send it with the 3.0 SDK: API 3.0 signs in another way",
                        )

    def _unseen_functions(self) -> None:
        """Note functions that no frame ran and that read an attribute which holds a code."""
        study = self.study
        holding: dict[str, set[Call]] = {}
        for (owner, name), value in study.solver.heap.cells.items():
            if isinstance(owner, Instance | ClassValue) and isinstance(name, str):
                calls = {f.call for f in fields_of(value) if f.call is not None}
                calls |= {
                    call
                    for a in value
                    if isinstance(a, Response | Body)
                    for call in study.calls_of(a)
                }
                if calls:
                    holding.setdefault(name, set()).update(calls)
        if not holding:
            return
        for program, each in study.solver.programs.items():
            for index, function in enumerate(each.functions):
                frames = study.frames_of(program, index)
                if frames and function.owner is None:
                    continue
                for node in function.code:
                    if not isinstance(node, ir.Attribute) or node.name not in holding:
                        continue
                    # A method, or a lambda in a class, that something else calls.
                    if any(
                        isinstance(a, Instance | ClassValue)
                        for frame in frames
                        for a in frame.registers[node.base]
                    ):
                        continue
                    study.note(
                        holding[node.name],
                        study.location(program, node.span),
                        f"{node.name} is read in a function that nothing in the files given calls",
                    )

    def _named_actions(self, frames: Sequence[Frame]) -> None:
        """Note what else is done with the names of actions that are others in API 3.0."""
        study = self.study
        renamed = self.requests.actions
        if not renamed:
            return
        by_site: dict[Site, set[Call]] = {}
        for rewrite in study.rewrites.values():
            if isinstance(rewrite.key, tuple) and rewrite.key[:1] == ("text",):
                for site in renamed:
                    tree = study.tree(site.program)
                    if tree is not None and tree.node_at(site.span) is rewrite.node:
                        by_site.setdefault(site, set()).update(rewrite.calls)
        for frame in frames:
            for register, node in enumerate(study.code(frame)):
                if isinstance(node, _MOVES):
                    continue
                for operand in operands(node):
                    value = frame.registers[operand]
                    if isinstance(node, ir.Binary | ir.Call):
                        heap = study.solver.heap
                        inner = [
                            heap.get(a, key)
                            for a in value
                            if isinstance(a, Container) and a.kind == "tuple"
                            for key in heap.keys.get(a, ())
                        ]
                        value = join(value, *inner)
                    calls = {
                        call
                        for a in value
                        if isinstance(a, Const) and a.written in by_site
                        for call in by_site[a.written]
                    }
                    if calls:
                        self._named_action(frame, register, node, operand, calls)

    def _named_action(
        self, frame: Frame, register: int, node: ir.Instruction, operand: int, calls: set[Call]
    ) -> None:
        study = self.study
        match node:
            case ir.Compare() | ir.Case():
                study.block(
                    calls,
                    frame,
                    register,
                    "the name of an action, which changes, decides something",
                )
            case ir.Subscript() if operand == node.key:
                study.block(
                    calls, frame, register, "something is looked up by the name of an action"
                )
            case ir.Display() if any(operand == item.key for item in node.items):
                study.block(calls, frame, register, "something is kept by the name of an action")
            case ir.Format() | ir.Binary():
                study.doubt(
                    calls, frame, register, "the name of an action, which changes, is shown"
                )
            case ir.Call():
                if operand == node.function or (frame.index, register) in self.entered:
                    return
                function = frame.registers[node.function]
                inner = [
                    a
                    for a in function
                    if isinstance(a, Method | Partial) or is_external(a, "functools.partial")
                ]
                if len(inner) < len(function) or not function:
                    study.doubt(
                        calls, frame, register, "the name of an action, which changes, is shown"
                    )
            case _:
                pass

    def _unexplained(self) -> None:
        """Note the requests that nothing above has dealt with."""
        study = self.study
        told = {call for note in study.obstacles for call in note.calls}
        for call, frame in study.calls.items():
            if call not in told and call not in self.requests.written:
                study.block(
                    [call],
                    frame,
                    call.register,
                    "the request is sent in a way that is not rewritten",
                    "call the client where it is named",
                )

    def _finish_decisions(self) -> None:
        from clb_migrate.fixes.conditions import collapses

        for call, asked in self.decisions.asked.items():
            for obstacle in collapses(tuple(asked)):
                frame, register = next(iter(asked.values()))
                self.study.block([call], frame, register, obstacle.text, obstacle.step)

    # -- one instruction --------------------------------------------------------------------

    def value_of(self, frame: Frame, node: cst.CSTNode) -> Value:
        """Return what a node is in a frame."""
        tree = self.study.tree(frame.value.program)
        if tree is None:
            return NOTHING
        return join(
            *(
                frame.registers[register]
                for function, register in tree.places.get(id(node), ())
                if function == frame.value.function
            )
        )

    def has_code_keys(self, container: Container) -> bool:
        """Tell whether codes are keys of a dict."""
        return bool(fields_of(self.study.solver.heap.get(container, ("keys",))))

    def key_calls(self, containers: Sequence[Container]) -> set[Call]:
        """Return the calls whose codes are keys of dicts."""
        heap = self.study.solver.heap
        return {
            field.call
            for each in containers
            for field in fields_of(heap.get(each, ("keys",)))
            if field.call is not None
        }

    def tasks_in(self, value: Value) -> set[Call]:
        """Return the calls whose task ids, once numbers, a value may be."""
        found: set[Call] = set()
        for atom in value:
            if isinstance(atom, Response) and not atom.current and atom.path:
                part = self.study.part(atom)
                if part is not None and part.kind == "task":
                    found.add(atom.call)
        return found

    def _counted(self, frame: Frame, register: int, *operands: int) -> None:
        """Note that a task id is used as a number."""
        for operand in operands:
            calls = self.tasks_in(frame.registers[operand])
            if calls:
                self.study.block(
                    calls,
                    frame,
                    register,
                    "the id of a task is used as a number, and is a text in API 3.0",
                    "keep it as it is",
                )

    def value_everywhere(self, frame: Frame, node: cst.CSTNode) -> Value:
        """Return what a node is in any frame of the function."""
        frames = self.study.frames_of(frame.value.program, frame.value.function)
        return join(*(self.value_of(each, node) for each in frames))

    def is_parameter(self, frame: Frame, node: cst.CSTNode) -> bool:
        """Tell whether a node names an argument of the function, or of one around it."""
        tree = self.study.tree(frame.value.program)
        if tree is None:
            return False
        functions = self.study.solver.programs[frame.value.program].functions
        for function, register in tree.places.get(id(node), ()):
            made = functions[function].code[register]
            if isinstance(made, ir.Parameter):
                return True
            if isinstance(made, ir.LoadName) and made.depth is not None and made.depth > 0:
                outer: int | None = function
                while outer is not None:
                    if any(formal.name == made.name for formal in functions[outer].formals):
                        return True
                    outer = functions[outer].parent
        return False

    def members(self, atom: Atom) -> list[Atom] | None:
        """Return the values of the members of an enumeration; None for anything else."""
        if not isinstance(atom, ClassValue):
            return None
        solver = self.study.solver
        objects = solver._transfer.objects  # the way the analysis itself reads one
        frame = solver.frames[0]
        found = objects.members(frame, atom)
        return list(found) or None

    def hot(self, frame: Frame, register: int) -> set[Call]:
        """Return the calls whose values a register may be or hold."""
        return self.study.calls_in(frame.registers[register])

    def _use(self, frame: Frame, register: int, node: ir.Instruction) -> None:
        study = self.study
        match node:
            case ir.Merge():
                self._merged(frame, register, node)
            case ir.Subscript(base, key):
                if self.hot(frame, base) or self.hot(frame, key):
                    self._subscript(frame, register, node)
                else:
                    self.parameters.looked_up(frame, register, base, key)
            case ir.Slice(base):
                if any(isinstance(a, Body) for a in frame.registers[base]) and self.hot(
                    frame, base
                ):
                    study.block(
                        self.hot(frame, base), frame, register, "the text of an answer is cut"
                    )
                elif fields_of(frame.registers[base]):
                    self._computed(frame, register, base)
            case ir.Attribute(base, name):
                if self.hot(frame, base):
                    self._attribute(frame, register, node)
            case ir.Call():
                self.arguments.call(frame, register, node)
            case ir.Binary(operator, left, right):
                if operator != "%" or not self.arguments.is_text(frame.registers[left]):
                    self._counted(frame, register, left, right)
                if self.hot(frame, left) or self.hot(frame, right):
                    self._binary(frame, register, node)
            case ir.Negative(operand):
                self._counted(frame, register, operand)
                if fields_of(frame.registers[operand]):
                    self._computed(frame, register, operand)
            case ir.Compare():
                self.decisions.compare(frame, register, node)
                self._judged(frame, register, node)
                self.responses.compared(frame, register, node)
                if any(
                    sign not in ("==", "!=", "is", "is not", "in", "not in")
                    for sign in node.operators
                ) or any(
                    isinstance(a, Const) and isinstance(a.value, int)
                    for operand in node.operands
                    for a in frame.registers[operand]
                ):
                    self._counted(frame, register, *node.operands)
                self.parameters.compared(frame, register, node)
            case ir.Truth():
                self.decisions.truth(frame, register, node)
                if any(self.is_client_class(a) for a in frame.registers[node.operand]):
                    self._asked_for_class(frame, register)
            case ir.Case():
                self.decisions.case(frame, register, node)
            case ir.Display():
                self.parameters.display(frame, register, node)
            case ir.Format():
                self._formatted(frame, register, node)
            case ir.Element(base) | ir.Unpack(base):
                self._iterated(frame, register, base)
            case ir.StoreAttribute(base, name, value):
                self._stored(frame, register, base, value, name)
            case ir.StoreName():
                self._named(frame, node)
            case ir.StoreSubscript():
                self._put(frame, register, node)
            case ir.Return(value) | ir.Yield(value):
                self._returned(frame, register, value)
            case ir.Catch():
                self.handlers.catch(frame, register, node)
            case _:
                pass

    def _judged(self, frame: Frame, register: int, node: ir.Compare) -> None:
        """Objects that hold codes, and the classes of the SDK, are not compared."""
        study = self.study
        heap = study.solver.heap
        holding: set[Call] = set()
        for operand in node.operands:
            for atom in frame.registers[operand]:
                if isinstance(atom, Instance):
                    for key in heap.keys.get(atom, ()):
                        for field in fields_of(heap.get(atom, key)):
                            holding |= {field.call} if field.call else set()
                elif isinstance(atom, External) and self.is_client_class(atom):
                    self._asked_for_class(frame, register)
        nothing = any(is_nothing(frame.registers[operand]) for operand in node.operands)
        if holding and not nothing:
            study.block(holding, frame, register, "things that hold a code are compared")

    def _annotations(self) -> None:
        """Annotations that name the client class name that of API 3.0 once everything is."""
        study = self.study
        calls = frozenset(call for each in study.by_client.values() for call in each)
        if not calls:
            return
        name = study.rules.sdk.current.client.name
        for program in study.solver.programs:
            tree = study.tree(program)
            names = self._class_names(program)
            if tree is None or not names:
                continue
            waiting: list[tuple[cst.CSTNode, bool]] = [(tree.module, False)]
            while waiting:
                node, within = waiting.pop()
                if within and isinstance(node, cst.Name) and node.value in names:
                    study.mark(program, node, ("class", name), calls, name)
                    study.need(program, calls, CLASS)
                    continue
                inside = within or isinstance(node, cst.Annotation)
                waiting.extend((child, inside) for child in node.children)

    def _class_names(self, program: int) -> set[str]:
        """Return the names that a module has for client classes of the legacy SDK."""
        study = self.study
        return {
            node.name
            for index in range(len(study.solver.programs[program].functions))
            for frame in study.frames_of(program, index)
            for node in study.code(frame)
            if isinstance(node, ir.Bind)
            and isinstance(study.code(frame)[node.value], ir.ImportName)
            and any(self.is_client_class(a) for a in frame.registers[node.value])
        }

    def is_client_class(self, atom: Atom) -> bool:
        """Tell whether something is a client class of the legacy SDK."""
        return isinstance(atom, External) and (
            self.study.solver.names.legacy_client(atom.name) is not None
        )

    def _asked_for_class(self, frame: Frame, register: int) -> None:
        study = self.study
        study.block(
            set().union(*study.by_client.values()) if study.by_client else set(),
            frame,
            register,
            "the class of the legacy SDK itself decides something",
            "decide by something else",
        )

    def _deleted(self) -> None:
        """`del params[key]`"""
        study = self.study
        for program in study.solver.programs:
            tree = study.tree(program)
            if tree is None or "del " not in tree.text:
                continue
            for target in _deleted_in(tree.module):
                for function, register in tree.places.get(id(target.value), ()):
                    for frame in study.frames_of(program, function):
                        value = frame.registers[register]
                        calls = {
                            call
                            for a in value
                            if isinstance(a, Response)
                            for call in study.calls_of(a)
                        }
                        if calls:
                            study.block(calls, frame, register, "a field of an answer is deleted")
                        self.parameters.removed(frame, register, target)

    def _merged(self, frame: Frame, register: int, node: ir.Merge) -> None:
        value = frame.registers[register]
        direct = [a for a in value if isinstance(a, _DIRECT) and self.study.calls_of(a)]
        if not direct:
            return
        calls = self.study.calls_in(value)
        code = self.study.code(frame)
        unseen = [
            each
            for each in node.values
            # What a comparison gives is no answer, and taken for none.
            if not frame.registers[each] and not isinstance(code[each], ir.Compare | ir.Constant)
        ]
        if unseen:
            self.study.block(
                calls,
                frame,
                register,
                f"{node.name or 'this'} may also be something that is no answer of API 2.0",
                "keep the two apart",
            )

    def _subscript(self, frame: Frame, register: int, node: ir.Subscript) -> None:
        study = self.study
        base, key = frame.registers[node.base], frame.registers[node.key]
        if any(isinstance(a, Response) and study.calls_of(a) for a in base):
            self.responses.subscript(frame, register, node)
        elif any(isinstance(a, Body) and study.calls_of(a) for a in base):
            study.block(
                study.calls_in(base),
                frame,
                register,
                "a part of the text of an answer is taken",
                "parse the answer and read the field",
            )
        elif fields_of(base):
            self._computed(frame, register, node.base)
        self.parameters.looked_up(frame, register, node.base, node.key)
        coded = [a for a in base if isinstance(a, Container) and self.has_code_keys(a)]
        if coded and not fields_of(key):
            study.block(
                study.calls_in(dict.fromkeys(coded)) | self.key_calls(coded),
                frame,
                register,
                "something is looked up among codes",
                "look it up by the 3.0 code",
            )
        if fields_of(key) and not any(isinstance(a, Response) for a in base):
            self.arguments.tables.looked_up(frame, register, node.base, node.key, None)

    def _computed(self, frame: Frame, register: int, operand: int) -> None:
        calls = self.hot(frame, operand)
        self.arithmetic.append((frame, register, calls, "something is computed from a code"))

    def _attribute(self, frame: Frame, register: int, node: ir.Attribute) -> None:
        """An attribute of something of a flow must be called right there."""
        study = self.study
        site = study.node(frame, register)
        above = study.parent(frame, site) if site is not None else None
        made = frame.registers[register]
        lost = {
            call
            for a in frame.registers[node.base]
            if isinstance(a, Response) and Method(a, node.name) not in made
            for call in study.calls_of(a)
        }
        if lost:
            study.block(
                lost,
                frame,
                register,
                f"{node.name} of an answer is not followed",
                "make a list or dict of the program's own of it first",
            )
            return
        if isinstance(above, cst.Call) and above.func is site:
            return
        atoms = [a for a in frame.registers[node.base] if study.calls_of(a)]
        if all(isinstance(a, Container) for a in atoms):
            return
        self.requests.attribute(frame, register, node, atoms)

    def _binary(self, frame: Frame, register: int, node: ir.Binary) -> None:
        study = self.study
        left, right = frame.registers[node.left], frame.registers[node.right]
        fields = fields_of(left) + fields_of(right)
        if node.operator == "%" and self.arguments.is_text(left):
            self.arguments.interpolated(frame, register, left, right)
            return
        if node.operator == "+" and any(isinstance(a, Body) for a in (*left, *right)):
            calls = study.calls_in(left) | study.calls_in(right)
            study.block(
                calls,
                frame,
                register,
                "the text of an answer is joined to another text",
                "show the fields that matter instead",
            )
            return
        if any(isinstance(a, Body) for a in (*left, *right)):
            self.arguments.shown(frame, register, join(left, right), "put into a text")
            return
        if fields:
            if node.operator == "+" and (
                self.arguments.is_text(left) or self.arguments.is_text(right)
            ):
                return
            self._computed(frame, register, node.left if fields_of(left) else node.right)
            return
        result = frame.registers[register]
        for atom in (*left, *right):
            if isinstance(atom, (Response, Client)) and study.calls_of(atom) and atom not in result:
                if isinstance(atom, Response) and self._is_held(atom, result):
                    continue
                study.block(
                    study.calls_of(atom), frame, register, "an answer is combined with something"
                )

    def _is_held(self, response: Response, value: Value) -> bool:
        element = Response(response.call, (*response.path, "[]"), response.current)
        heap = self.study.solver.heap
        return any(
            isinstance(atom, Container)
            and any(element in heap.get(atom, key) for key in heap.keys.get(atom, ()))
            for atom in value
        )

    def _formatted(self, frame: Frame, register: int, node: ir.Format) -> None:
        study = self.study
        site = study.node(frame, register)
        for part, is_register in zip(node.parts, node.registers, strict=True):
            if not is_register or not isinstance(part, int):
                continue
            value = frame.registers[part]
            calls = study.calls_in(value)
            if not calls:
                self.parameters.shown(frame, register, value)
                continue
            if fields_of(value) and isinstance(site, cst.FormattedString):
                for each in site.parts:
                    if (
                        isinstance(each, cst.FormattedStringExpression)
                        and each.format_spec
                        and self.value_of(frame, each.expression).keys() & value.keys()
                    ):
                        study.block(calls, frame, register, "a code is formatted as a number")
            self.arguments.shown(frame, register, value, "put into a text")

    def _iterated(self, frame: Frame, register: int, base: int) -> None:
        study = self.study
        value = frame.registers[base]
        for atom in value:
            calls = study.calls_of(atom)
            if not calls:
                continue
            if isinstance(atom, Response):
                if not study.is_list(atom):
                    study.block(calls, frame, register, "the keys of an answer are gone over")
            elif isinstance(atom, (Body, EnvelopeField)):
                study.block(
                    calls, frame, register, "a code, or the text of an answer, is taken apart"
                )
        self.parameters.iterated(frame, register, value)

    def _stored(self, frame: Frame, register: int, base: int, value: int, name: str) -> None:
        study = self.study
        calls = self.hot(frame, value)
        owners = frame.registers[base]
        if not calls:
            if not frame.registers[value]:
                for owner in owners:
                    held = study.solver.heap.get(owner, name)
                    direct = [a for a in held if isinstance(a, _DIRECT)]
                    found = set().union(*(study.calls_of(a) for a in direct))
                    if found:
                        study.block(
                            found,
                            frame,
                            register,
                            f"{name} may also be something that is no answer of API 2.0",
                        )
            return
        if not owners or any(
            not isinstance(a, (Instance, ClassValue, ProjectModule)) for a in owners
        ):
            study.block(
                calls,
                frame,
                register,
                f"it is kept as {name} of something that is not followed",
                "keep it in a variable or an object of the program's own",
            )

    def _named(self, frame: Frame, node: ir.StoreName) -> None:
        value = frame.registers[node.value]
        if value or node.depth is not None:
            return
        study = self.study
        if not self._is_read(frame.value.program, node.name):
            return
        for other in study.frames_of(frame.value.program, 0):
            for at, each in enumerate(study.code(other)):
                if isinstance(each, ir.StoreName) and each.name == node.name:
                    direct = [a for a in other.registers[each.value] if isinstance(a, _DIRECT)]
                    calls = set().union(*(study.calls_of(a) for a in direct))
                    if calls:
                        study.block(
                            calls,
                            other,
                            at,
                            f"{node.name} may also be something that is no answer of API 2.0",
                        )

    def _is_read(self, program: int, name: str) -> bool:
        """Tell whether functions of a module, or other modules, read a global."""
        programs = self.study.solver.programs
        if any(
            isinstance(node, ir.LoadName) and node.name == name
            for function in programs[program].functions[1:]
            for node in function.code
        ):
            return True
        return any(
            isinstance(node, ir.Attribute | ir.ImportName) and node.name == name
            for index, other in programs.items()
            if index != program
            for function in other.functions
            for node in function.code
        )

    def _put(self, frame: Frame, register: int, node: ir.StoreSubscript) -> None:
        study = self.study
        base = frame.registers[node.base]
        for atom in base:
            if isinstance(atom, Response) and study.calls_of(atom):
                study.block(
                    study.calls_of(atom),
                    frame,
                    register,
                    "an answer is changed",
                    "keep what is added beside the answer",
                )
        self.parameters.put(frame, register, node)
        calls = self.hot(frame, node.value)
        if calls and (
            not base or any(not isinstance(a, (Container, Instance, Response)) for a in base)
        ):
            study.block(calls, frame, register, "it is kept in something that is not followed")

    def _returned(self, frame: Frame, register: int, value: int) -> None:
        study = self.study
        if frame.value.function == 0:
            return
        calls = self.hot(frame, value)
        function = study.solver.function(frame.value)
        if not calls:
            if not frame.registers[value]:
                held = study.solver.heap.get(("frame", frame.index), ("return",))
                direct = [a for a in held if isinstance(a, _DIRECT)]
                found = set().union(*(study.calls_of(a) for a in direct))
                if found:
                    study.block(
                        found,
                        frame,
                        register,
                        f"{function.name}() may also return something that is no answer of API 2.0",
                    )
            return
        if not frame.users:
            study.block(
                calls,
                frame,
                register,
                f"it is returned by {function.name}(), which nothing in the files given calls",
                "migrate together with the code that calls it, or by hand",
            )


def _deleted_in(module: cst.Module) -> list[cst.Subscript]:
    """Return the subscripts that `del` takes something out of."""
    found: list[cst.Subscript] = []
    waiting: list[cst.CSTNode] = [module]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.Del):
            targets = (
                [element.value for element in node.target.elements]
                if isinstance(node.target, cst.Tuple | cst.List)
                else [node.target]
            )
            found += [target for target in targets if isinstance(target, cst.Subscript)]
        elif not isinstance(node, cst.BaseExpression):
            waiting.extend(node.children)
    return found


def is_external(atom: Atom, *names: str) -> bool:
    """Tell whether something is one of these names from outside."""
    return isinstance(atom, External) and atom.name.removeprefix("builtins.") in names
