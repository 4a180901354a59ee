"""Expressions, patterns and names, lowered to instructions of the function being built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.literals import literal
from clb_migrate.analysis.scopes import Scope, Scopes, target_names
from clb_migrate.analysis.spelling import SPELLING
from clb_migrate.findings import Span

Environment = dict[str, int]
"""Name -> register, at one point of a function."""

Narrowed = dict[str, tuple[int, int]]
"""Name -> its register before and after a test for its class."""

State = tuple[Environment, bool]
"""An environment, and whether that point can be reached."""

_NAMED_CONSTANTS: dict[str, bool | None] = {"True": True, "False": False, "None": None}

_NARROWING = frozenset((cst.UnaryOperation, cst.BooleanOperation, cst.Call))
"""What a test may be that tells the class of a name."""

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


class FunctionBuilder:
    """One function while its instructions are emitted."""

    def __init__(self, name: str, scope: Scope, parent: FunctionBuilder | None, index: int) -> None:
        self.name = name
        self.scope = scope
        self.parent = parent
        self.index = index
        self.code: list[ir.Instruction] = []
        self.env: Environment = {}
        self.alive = True
        self.generator = False
        self.breaks: list[State] = []
        self.continues: list[State] = []
        self.attempts: list[dict[str, list[int]]] = []
        self.tested: dict[int, int] = {}
        """For each `isinstance(x, kinds)`, by the node's `id`, the register of `kinds`."""
        self.class_register: int | None = None
        self.class_index: int | None = None
        self.class_env: Environment | None = None
        self.class_fields: list[str] | None = None

    def emit(self, instruction: ir.Instruction) -> int:
        """Append an instruction and return its register."""
        self.code.append(instruction)
        return len(self.code) - 1

    def save(self) -> State:
        """Return the state at this point; later assignments do not change it."""
        return dict(self.env), self.alive

    def restore(self, state: State) -> None:
        """Go on from a saved state."""
        self.env, self.alive = dict(state[0]), state[1]

    def leave_loop(self, exits: list[State]) -> None:
        """Note a `break` or `continue`, after which this point is dead."""
        exits.append(self.save())
        self.alive = False

    def extend_merge(self, register: int, values: Iterable[int]) -> None:
        """Add values that reach a merge from below."""
        merge = self.code[register]
        assert isinstance(merge, ir.Merge)
        known = dict.fromkeys((*merge.values, *values))
        known.pop(register, None)
        self.code[register] = ir.Merge(merge.name, tuple(known), merge.span)

    def join(self, states: Sequence[State], span: Span) -> None:
        """Go on from several states at once, those that can be reached."""
        reached = [env for env, alive in states if alive]
        self.alive = bool(reached)
        if not reached:
            reached = [env for env, _ in states]
        joined: Environment = dict(reached[0])
        changed = set()
        for env in reached[1:]:
            for name, register in env.items():
                if joined.setdefault(name, register) != register:
                    changed.add(name)
        for name in [name for name in joined if name in changed]:
            registers = tuple(dict.fromkeys(env[name] for env in reached if name in env))
            joined[name] = self.emit(ir.Merge(name, registers, span))
        self.env = joined

    def finish(
        self, formals: tuple[ir.Formal, ...], owner: int | None, markers: frozenset[str]
    ) -> ir.Function:
        """Return the finished function."""
        return ir.Function(
            self.name,
            formals,
            tuple(self.code),
            self.parent.index if self.parent is not None else None,
            owner,
            markers | {"generator"} if self.generator else markers,
        )


class ExpressionLowering:
    """The part of lowering that turns expressions and patterns into registers."""

    def __init__(self, span: Callable[[cst.CSTNode], Span], scopes: Scopes) -> None:
        self.span = span
        self.scopes = scopes
        self.functions: list[ir.Function | None] = []
        self.classes: list[ir.Class] = []
        self.builder: FunctionBuilder

    def lower_body(self, body: cst.BaseSuite | cst.BaseExpression) -> None:
        """Lower a function's body; the statement lowering knows how."""
        raise NotImplementedError

    # -- small helpers ----------------------------------------------------------------------

    def emit(self, instruction: ir.Instruction) -> int:
        """Append an instruction to the current function and return its register."""
        code = self.builder.code
        code.append(instruction)
        return len(code) - 1

    def nothing(self, node: cst.CSTNode) -> int:
        """Return a register for a value nobody follows."""
        return self.emit(ir.Constant(None, self.span(node)))

    def merge(self, name: str, registers: Sequence[int], span: Span) -> int:
        """Return a register that holds one of `registers`."""
        distinct = tuple(dict.fromkeys(registers))
        return distinct[0] if len(distinct) == 1 else self.emit(ir.Merge(name, distinct, span))

    def operator_text(self, node: cst.CSTNode) -> str:
        """Return an operator as the source spells it."""
        return SPELLING[type(node)]

    def dotted(self, node: cst.CSTNode) -> str:
        """Return a dotted name as text."""
        if type(node) is cst.Attribute:
            return f"{self.dotted(node.value)}.{node.attr.value}"
        assert isinstance(node, cst.Name)
        return node.value

    # -- names ------------------------------------------------------------------------------

    def load(self, name: str, span: Span) -> int:
        """Return the register of the value `name` has here."""
        builder = self.builder
        if builder.class_env is not None and name in builder.class_env:
            return builder.class_env[name]
        scope = builder.scope
        declared_global = name in scope.declared_global
        if name in builder.env and not declared_global:
            here = builder.env[name]
            if name not in scope.rebound:
                return here
            depth = None if builder.parent is None else 0
            return self.merge(name, [here, self.emit(ir.LoadName(name, depth, span))], span)
        if builder.parent is None or declared_global:
            return self.emit(ir.LoadName(name, None, span))
        if scope.owns(name):
            return self.emit(ir.LoadName(name, 0, span))
        depth = 1
        outer = builder.parent
        while outer.parent is not None:
            if outer.scope.owns(name):
                return self.emit(ir.LoadName(name, depth, span))
            outer = outer.parent
            depth += 1
        return self.emit(ir.LoadName(name, None, span))

    def bind(self, name: str, value: int, span: Span) -> None:
        """Give `name` a value from here on."""
        builder = self.builder
        register = self.emit(ir.Bind(name, value, span))
        if builder.class_env is not None and builder.class_register is not None:
            builder.class_env[name] = register
            self.emit(ir.StoreAttribute(builder.class_register, name, register, span))
            return
        scope = builder.scope
        if name in scope.declared_global:
            self.emit(ir.StoreName(name, None, register, span))
            return
        if name in scope.declared_nonlocal:
            depth = 1
            outer = builder.parent
            while outer is not None and outer.parent is not None and not outer.scope.owns(name):
                outer = outer.parent
                depth += 1
            self.emit(ir.StoreName(name, depth, register, span))
            return
        builder.env[name] = register
        for attempt in builder.attempts:
            attempt.setdefault(name, []).append(register)
        if builder.parent is None:
            self.emit(ir.StoreName(name, None, register, span))
        elif name in scope.captured:
            self.emit(ir.StoreName(name, 0, register, span))

    def assign(self, target: cst.CSTNode, value: int) -> None:
        """Assign a value to a target of any form."""
        if type(target) is cst.Name:  # what most of them are
            self.bind(target.value, value, self.span(target))
            return
        match target:
            case cst.Attribute():
                base = self.expression(target.value)
                self.emit(ir.StoreAttribute(base, target.attr.value, value, self.span(target)))
            case cst.Subscript():
                base = self.expression(target.value)
                for part in target.slice:
                    if isinstance(part.slice, cst.Index):
                        key = self.expression(part.slice.value)
                        self.emit(ir.StoreSubscript(base, key, value, self.span(target)))
            case cst.Tuple() | cst.List():
                starred = False
                for index, element in enumerate(target.elements):
                    starred = starred or isinstance(element, cst.StarredElement)
                    span = self.span(element.value)
                    item = self.emit(ir.Unpack(value, None if starred else index, span))
                    self.assign(element.value, item)
            case cst.StarredElement():
                self.assign(target.value, value)
            case _:
                self.expression(target)

    def element(self, base: int, span: Span) -> int:
        """Return what iterating over `base` gives."""
        return self.emit(ir.Element(base, span))

    # -- expressions ------------------------------------------------------------------------

    def expression(self, node: cst.CSTNode) -> int:
        """Return the register of an expression's value."""
        return _LOWERED_BY.get(type(node), ExpressionLowering.nothing)(self, node)

    def attribute(self, node: cst.Attribute) -> int:
        """Lower `base.name`."""
        base = self.expression(node.value)
        return self.emit(ir.Attribute(base, node.attr.value, self.span(node)))

    def conditional(self, node: cst.IfExp) -> int:
        """Lower `body if test else orelse`."""
        self.test(node.test)
        narrowed = self.narrow(node.test, True)
        body = self.expression(node.body)
        self.widen(narrowed)
        narrowed = self.narrow(node.test, False)
        orelse = self.expression(node.orelse)
        self.widen(narrowed)
        return self.merge("", [body, orelse], self.span(node))

    def walrus(self, node: cst.NamedExpr) -> int:
        """Lower `name := value`."""
        value = self.expression(node.value)
        self.assign(node.target, value)
        return self.load(next(target_names(node.target)), self.span(node.target))

    def lambda_(self, node: cst.Lambda) -> int:
        """Lower a lambda."""
        return self.make_function(node, "<lambda>", node.params, node.body, set())

    def held(self, node: cst.StarredElement | cst.Element) -> int:
        """Lower what an element holds."""
        return self.expression(node.value)

    def await_(self, node: cst.Await) -> int:
        """Lower `await value`: the value itself."""
        return self.expression(node.expression)

    def formatted(self, node: cst.FormattedString) -> int:
        """Lower an f-string."""
        return self.emit(self.format([node], self.span(node)))

    def arithmetic(self, node: cst.BinaryOperation, *, inner: bool = False) -> int:
        """Lower `left + right` and its like; the inner ones of a sum know that they are."""
        left, right = (
            self.arithmetic(side, inner=type(side.operator) is type(node.operator))
            if type(side) is cst.BinaryOperation
            else self.expression(side)
            for side in (node.left, node.right)
        )
        operator = self.operator_text(node.operator)
        return self.emit(ir.Binary(operator, left, right, self.span(node), inner))

    def name(self, node: cst.Name) -> int:
        """Lower a name; LibCST spells True, False and None as names."""
        if node.value in _NAMED_CONSTANTS:
            return self.emit(ir.Constant(_NAMED_CONSTANTS[node.value], self.span(node)))
        return self.load(node.value, self.span(node))

    def constant(self, node: cst.SimpleString | cst.Integer | cst.Float | cst.Imaginary) -> int:
        """Lower a literal."""
        return self.emit(ir.Constant(literal(node), self.span(node)))

    def call(self, node: cst.Call) -> int:
        """Lower a call with its arguments."""
        function = self.expression(node.func)
        arguments = tuple(
            ir.Argument(
                self.expression(argument.value),
                argument.keyword.value if argument.keyword is not None else None,
                "**" if argument.star == "**" else "*" if argument.star == "*" else "",
            )
            for argument in node.args
        )
        called = self.emit(ir.Call(function, arguments, self.span(node)))
        if len(arguments) == 2 and self.dotted_end(node.func) == "isinstance":
            self.builder.tested[id(node)] = arguments[1].value
        return called

    def subscript(self, node: cst.Subscript) -> int:
        """Lower `base[...]` with an index or a slice."""
        base = self.expression(node.value)
        if len(node.slice) != 1:
            for element in node.slice:
                if isinstance(element.slice, cst.Index):
                    self.expression(element.slice.value)
            return self.nothing(node)
        inner = node.slice[0].slice
        if type(inner) is cst.Index:
            key = self.expression(inner.value)
            return self.emit(ir.Subscript(base, key, self.span(node)))
        if not isinstance(inner, cst.Slice):
            return self.nothing(node)
        lower = self.expression(inner.lower) if inner.lower is not None else None
        upper = self.expression(inner.upper) if inner.upper is not None else None
        return self.emit(ir.Slice(base, lower, upper, self.span(node)))

    def concatenated(self, node: cst.ConcatenatedString) -> int:
        """Lower `"a" "b"`; one f-string among the parts makes all of it one."""
        parts: list[cst.SimpleString | cst.FormattedString] = []
        current: cst.CSTNode = node
        while isinstance(current, cst.ConcatenatedString):
            if isinstance(current.left, (cst.SimpleString, cst.FormattedString)):
                parts.append(current.left)
            current = current.right
        if isinstance(current, (cst.SimpleString, cst.FormattedString)):
            parts.append(current)
        if all(isinstance(part, cst.SimpleString) for part in parts):
            values = [literal(part) for part in parts if isinstance(part, cst.SimpleString)]
            texts = [value for value in values if isinstance(value, str)]
            data = [value for value in values if isinstance(value, bytes)]
            joined = b"".join(data) if data else "".join(texts)
            return self.emit(ir.Constant(joined, self.span(node)))
        return self.emit(self.format(parts, self.span(node)))

    def format(
        self, strings: Sequence[cst.SimpleString | cst.FormattedString], span: Span
    ) -> ir.Format:
        """Lower f-strings and the plain strings beside them."""
        parts: list[str | int] = []
        for string in strings:
            if isinstance(string, cst.SimpleString):
                value = literal(string)
                parts.append(value if isinstance(value, str) else "")
                continue
            for part in string.parts:
                if isinstance(part, cst.FormattedStringText):
                    parts.append(part.value.replace("{{", "{").replace("}}", "}"))
                elif isinstance(part, cst.FormattedStringExpression):
                    parts.append(self.expression(part.expression))
        return ir.Format(tuple(parts), span, tuple(isinstance(part, int) for part in parts))

    def comparison(self, node: cst.Comparison) -> int:
        """Lower a comparison, chained or not."""
        operands = [self.expression(node.left)]
        operators = []
        for target in node.comparisons:
            operators.append(self.operator_text(target.operator))
            operands.append(self.expression(target.comparator))
        return self.emit(ir.Compare(tuple(operands), tuple(operators), self.span(node)))

    def boolean(self, node: cst.BooleanOperation) -> int:
        """Lower `and` and `or` where the value is used."""
        if (folded := self.range(node)) is not None:
            return folded
        left = self.test(node.left)
        narrowed = self.narrow(node.left, isinstance(node.operator, cst.And))
        right = self.expression(node.right)
        self.widen(narrowed)
        return self.merge("", [left, right], self.span(node))

    def range(self, node: cst.BooleanOperation) -> int | None:
        """Lower `x >= a and x < b` to the chain it means; None where it is something else."""
        if not (
            isinstance(node.operator, cst.And)
            and isinstance(node.left, cst.Comparison)
            and isinstance(node.right, cst.Comparison)
        ):
            return None
        bounds = []
        for side in (node.left, node.right):
            if len(side.comparisons) != 1:
                return None
            operator = self.operator_text(side.comparisons[0].operator)
            if operator not in _MIRRORED:
                return None
            bounds.append((side.left, operator, side.comparisons[0].comparator))
        subject, low_operator, low = bounds[0]
        subject2, high_operator, high = bounds[1]
        if not subject.deep_equals(subject2):
            if subject.deep_equals(high):
                subject2, high_operator, high = high, _MIRRORED[high_operator], subject2
            elif low.deep_equals(subject2):
                subject, low_operator, low = low, _MIRRORED[low_operator], subject
            elif low.deep_equals(high):
                subject, low_operator, low = low, _MIRRORED[low_operator], subject
                subject2, high_operator, high = high, _MIRRORED[high_operator], subject2
            else:
                return None
        if isinstance(subject, (cst.Integer, cst.SimpleString, cst.Call)):
            return None
        operands = (self.expression(low), self.expression(subject), self.expression(high))
        return self.emit(
            ir.Compare(operands, (_MIRRORED[low_operator], high_operator), self.span(node))
        )

    def unary(self, node: cst.UnaryOperation) -> int:
        """Lower `not x`, `-x` and their like."""
        if isinstance(node.operator, cst.Not):
            self.test(node.expression)
            return self.nothing(node)
        operand = self.expression(node.expression)
        if isinstance(node.operator, cst.Minus):
            return self.emit(ir.Negative(operand, self.span(node)))
        return operand

    def test(self, node: cst.BaseExpression) -> int:
        """Lower an expression that is judged by truth; return the register of its value."""
        if type(node) is cst.UnaryOperation and type(node.operator) is cst.Not:
            self.test(node.expression)
            return self.nothing(node)
        if type(node) is cst.BooleanOperation:
            if (folded := self.range(node)) is not None:
                return folded
            left = self.test(node.left)
            narrowed = self.narrow(node.left, isinstance(node.operator, cst.And))
            right = self.test(node.right)
            self.widen(narrowed)
            return self.merge("", [left, right], self.span(node))
        value = self.expression(node)
        if type(node) is not cst.Comparison:
            self.emit(ir.Truth(value, self.span(node)))
        return value

    def narrow(self, test: cst.BaseExpression, holds: bool) -> Narrowed:
        """Let names be what is left of them where `test`, already lowered, came out as `holds`."""
        if type(test) not in _NARROWING:
            return {}
        match test:
            case cst.UnaryOperation(operator=cst.Not()):
                return self.narrow(test.expression, not holds)
            case cst.BooleanOperation() if isinstance(test.operator, cst.And) is holds:
                return {**self.narrow(test.left, holds), **self.narrow(test.right, holds)}
            case cst.Call(func=cst.Name("isinstance"), args=[cst.Arg(value=cst.Name(name)), _]):
                pass
            case _:
                return {}
        builder = self.builder
        before = builder.env.get(name)
        kinds = builder.tested.get(id(test))
        if before is None or kinds is None or name in builder.scope.rebound:
            return {}
        after = self.emit(ir.Narrow(name, before, kinds, holds, self.span(test)))
        builder.env[name] = after
        return {name: (before, after)}

    def widen(self, narrowed: Narrowed) -> None:
        """Let names that were narrowed be whole again, unless they were assigned since."""
        for name, (before, after) in narrowed.items():
            if self.builder.env.get(name) == after:
                self.builder.env[name] = before

    def display(self, node: cst.Tuple | cst.List | cst.Set) -> int:
        """Lower a tuple, list or set written out."""
        items = tuple(
            ir.Item(self.expression(e.value), None, type(e) is cst.StarredElement)
            for e in node.elements
        )
        if type(node) is cst.Tuple:
            return self.emit(ir.Display("tuple", items, self.span(node)))
        kind: Literal["list", "set"] = "list" if type(node) is cst.List else "set"
        return self.emit(ir.Display(kind, items, self.span(node)))

    def dict_(self, node: cst.Dict) -> int:
        """Lower a dict written out."""
        items = []
        for element in node.elements:
            if type(element) is cst.DictElement:
                key = self.expression(element.key)
                items.append(ir.Item(self.expression(element.value), key))
            else:
                items.append(ir.Item(self.expression(element.value), star=True))
        return self.emit(ir.Display("dict", tuple(items), self.span(node)))

    def comprehension(
        self, node: cst.ListComp | cst.SetComp | cst.GeneratorExp | cst.DictComp
    ) -> int:
        """Lower a comprehension: its targets live inside, a walrus outlives it."""
        builder = self.builder
        before, class_env = dict(builder.env), builder.class_env
        if class_env is not None:
            # Inside, the class's names are plain variables and are not stored on the class.
            builder.class_env, builder.env = None, {**builder.env, **class_env}
        targets = self.generators(node.for_in)
        if isinstance(node, cst.DictComp):
            key = self.expression(node.key)
            item = ir.Item(self.expression(node.value), key)
        else:
            item = ir.Item(self.expression(node.elt))
        after, builder.env, builder.class_env = builder.env, before, class_env
        for name in sorted(self.scopes.bound_below(node) - targets):
            if name in after:
                builder.env[name] = after[name]
        if isinstance(node, cst.DictComp):
            return self.emit(ir.Display("dict", (item,), self.span(node), True))
        kind: Literal["list", "set"] = "set" if isinstance(node, cst.SetComp) else "list"
        return self.emit(ir.Display(kind, (item,), self.span(node), True))

    def generators(self, first: cst.CompFor) -> set[str]:
        """Lower the `for` and `if` parts of a comprehension; return the names they bind."""
        targets: set[str] = set()
        part: cst.CompFor | None = first
        while part is not None:
            value = self.element(self.expression(part.iter), self.span(part.target))
            self.bind_inner(part.target, value)
            targets.update(target_names(part.target))
            for condition in part.ifs:
                self.test(condition.test)
                self.narrow(condition.test, True)
            part = part.inner_for_in
        return targets

    def bind_inner(self, target: cst.CSTNode, value: int) -> None:
        """Bind a comprehension's target, which no other function can see."""
        match target:
            case cst.Name():
                span = self.span(target)
                self.builder.env[target.value] = self.emit(ir.Bind(target.value, value, span))
            case cst.Tuple() | cst.List():
                for index, element in enumerate(target.elements):
                    part = self.emit(ir.Unpack(value, index, self.span(element.value)))
                    self.bind_inner(element.value, part)
            case _:
                pass

    def yield_(self, node: cst.Yield) -> int:
        """Lower `yield`; what `send` brings back is not followed."""
        self.builder.generator = True
        if isinstance(node.value, cst.From):
            value = self.expression(node.value.item)
            return self.emit(ir.Yield(value, True, self.span(node)))
        if node.value is not None:
            value = self.expression(node.value)
            self.emit(ir.Yield(value, False, self.span(node)))
        return self.nothing(node)

    # -- functions --------------------------------------------------------------------------

    def make_function(
        self,
        node: cst.FunctionDef | cst.Lambda,
        name: str,
        parameters: cst.Parameters,
        body: cst.BaseSuite | cst.BaseExpression,
        markers: set[str],
    ) -> int:
        """Lower a function's body apart and return the register of the function value."""
        defaults = []
        annotations = []
        for parameter in (
            *parameters.posonly_params,
            *parameters.params,
            *parameters.kwonly_params,
        ):
            if parameter.default is not None:
                defaults.append((parameter.name.value, self.expression(parameter.default)))
            if parameter.annotation is not None:
                kinds = self.annotation(parameter.annotation.annotation)
                annotations.append((parameter.name.value, kinds))
        index = len(self.functions)
        self.functions.append(None)
        outer = self.builder
        owner = outer.class_index if outer.class_env is not None else None
        self.builder = FunctionBuilder(name, self.scopes.scope(node), outer, index)
        formals = []
        for formal, parameter in self.formals(parameters):
            formals.append(formal)
            span = self.span(parameter.name)
            register = self.emit(ir.Parameter(formal.name, span))
            self.builder.env[formal.name] = register
            if formal.name in self.builder.scope.captured:
                self.emit(ir.StoreName(formal.name, 0, register, span))
        self.lower_body(body)
        self.functions[index] = self.builder.finish(tuple(formals), owner, frozenset(markers))
        self.builder = outer
        return self.emit(
            ir.MakeFunction(index, tuple(defaults), tuple(annotations), self.span(node))
        )

    def annotation(self, node: cst.BaseExpression) -> int:
        """Lower an annotation to the classes it names; quotes, `|` and subscripts are seen through.

        A quoted name has no place of its own in the tree: it is looked up where the quotes stand.
        """
        span = self.span(node)
        match node:
            case cst.Name() | cst.Attribute():
                return self.expression(node)
            case cst.SimpleString():
                text = literal(node)
                if not isinstance(text, str) or not all(
                    part.isidentifier() for part in text.strip().split(".")
                ):
                    return self.emit(ir.Constant(None, span))
                root, *rest = text.strip().split(".")
                register = self.load(root, span)
                for name in rest:
                    register = self.emit(ir.Attribute(register, name, span))
                return register
            case cst.BinaryOperation():
                parts = [self.annotation(node.left), self.annotation(node.right)]
                return self.merge("", parts, span)
            case cst.Subscript():
                parts = [
                    self.annotation(element.slice.value)
                    for element in node.slice
                    if isinstance(element.slice, cst.Index)
                    and self.dotted_end(node.value) in ("Optional", "Union", "Annotated", "Final")
                ]
                return self.merge("", parts, span) if parts else self.emit(ir.Constant(None, span))
            case _:
                return self.emit(ir.Constant(None, span))

    def dotted_end(self, node: cst.BaseExpression) -> str:
        """Return the last name of a dotted one; nothing for other expressions."""
        if type(node) is cst.Name:
            return node.value
        return node.attr.value if type(node) is cst.Attribute else ""

    def formals(self, parameters: cst.Parameters) -> Iterable[tuple[ir.Formal, cst.Param]]:
        """Yield the parameters with how each takes its argument."""
        for parameter in parameters.posonly_params:
            yield ir.Formal(parameter.name.value, "positional"), parameter
        for parameter in parameters.params:
            yield ir.Formal(parameter.name.value, "either"), parameter
        if isinstance(parameters.star_arg, cst.Param):
            yield ir.Formal(parameters.star_arg.name.value, "rest"), parameters.star_arg
        for parameter in parameters.kwonly_params:
            yield ir.Formal(parameter.name.value, "keyword"), parameter
        if parameters.star_kwarg is not None:
            yield ir.Formal(parameters.star_kwarg.name.value, "keywords"), parameters.star_kwarg

    # -- patterns ---------------------------------------------------------------------------

    def pattern(self, node: cst.MatchPattern, subject: int) -> None:
        """Lower a pattern: what it compares, and what it binds."""
        match node:
            case cst.MatchValue() | cst.MatchSingleton():
                value = self.expression(node.value)
                self.emit(ir.Case(subject, (value,), self.span(node)))
            case cst.MatchOr():
                alternatives = [element.pattern for element in node.patterns]
                plain = [a for a in alternatives if isinstance(a, cst.MatchValue)]
                if len(plain) == len(alternatives):
                    values = tuple(self.expression(a.value) for a in plain)
                    self.emit(ir.Case(subject, values, self.span(node)))
                else:
                    for alternative in alternatives:
                        self.pattern(alternative, subject)
            case cst.MatchAs():
                if node.pattern is not None:
                    self.pattern(node.pattern, subject)
                if node.name is not None:
                    self.bind(node.name.value, subject, self.span(node.name))
            case cst.MatchMapping():
                for element in node.elements:
                    key = self.expression(element.key)
                    span = self.span(element)
                    self.pattern(element.pattern, self.emit(ir.Subscript(subject, key, span)))
                if node.rest is not None:
                    self.bind(node.rest.value, subject, self.span(node.rest))
            case cst.MatchTuple() | cst.MatchList():
                self.sequence_pattern(node.patterns, subject)
            case cst.MatchClass():
                self.class_pattern(node, subject)
            case _:
                pass

    def sequence_pattern(
        self,
        patterns: Sequence[cst.MatchSequenceElement | cst.MatchStar],
        subject: int,
    ) -> None:
        """Lower the elements of a sequence pattern; after a star the place is open."""
        starred = False
        for index, element in enumerate(patterns):
            if isinstance(element, cst.MatchStar):
                starred = True
                continue
            part = self.emit(ir.Unpack(subject, None if starred else index, self.span(element)))
            self.pattern(element.value, part)

    def class_pattern(self, node: cst.MatchClass, subject: int) -> None:
        """Lower `Class(field=pattern)`; `int(4100)` compares the subject itself."""
        kinds = self.expression(node.cls)
        subject = self.emit(ir.Narrow("", subject, kinds, True, self.span(node)))
        for element in node.patterns:
            self.pattern(element.value, subject)
        for keyword in node.kwds:
            span = self.span(keyword)
            field = self.emit(ir.Attribute(subject, keyword.key.value, span))
            self.pattern(keyword.pattern, field)


_LOWERED_BY: dict[type, Callable[[ExpressionLowering, Any], int]] = {
    cst.Name: ExpressionLowering.name,
    cst.Attribute: ExpressionLowering.attribute,
    cst.Call: ExpressionLowering.call,
    cst.Subscript: ExpressionLowering.subscript,
    cst.SimpleString: ExpressionLowering.constant,
    cst.Integer: ExpressionLowering.constant,
    cst.Float: ExpressionLowering.constant,
    cst.Imaginary: ExpressionLowering.constant,
    cst.ConcatenatedString: ExpressionLowering.concatenated,
    cst.FormattedString: ExpressionLowering.formatted,
    cst.Comparison: ExpressionLowering.comparison,
    cst.BooleanOperation: ExpressionLowering.boolean,
    cst.UnaryOperation: ExpressionLowering.unary,
    cst.BinaryOperation: ExpressionLowering.arithmetic,
    cst.IfExp: ExpressionLowering.conditional,
    cst.NamedExpr: ExpressionLowering.walrus,
    cst.Tuple: ExpressionLowering.display,
    cst.List: ExpressionLowering.display,
    cst.Set: ExpressionLowering.display,
    cst.Dict: ExpressionLowering.dict_,
    cst.ListComp: ExpressionLowering.comprehension,
    cst.SetComp: ExpressionLowering.comprehension,
    cst.GeneratorExp: ExpressionLowering.comprehension,
    cst.DictComp: ExpressionLowering.comprehension,
    cst.Lambda: ExpressionLowering.lambda_,
    cst.Await: ExpressionLowering.await_,
    cst.Yield: ExpressionLowering.yield_,
    cst.StarredElement: ExpressionLowering.held,
    cst.Element: ExpressionLowering.held,
}
"""Which method lowers an expression of a class; a table is faster than asking one by one."""
