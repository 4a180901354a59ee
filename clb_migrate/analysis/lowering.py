"""One module's tree, lowered to its `Program`: parse, number the scopes, emit instructions.

Local variables become registers while the tree is walked in the order it runs: branches are joined
by `Merge`, loops by a `Merge` whose late values are filled in when the body is done, and an
`except` sees every value its `try` may have assigned. Nothing here knows what a value means.
Statements are lowered here, expressions and patterns in `clb_migrate.analysis.expressions`.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import libcst as cst

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.expressions import ExpressionLowering, FunctionBuilder
from clb_migrate.analysis.parsing import parse
from clb_migrate.analysis.scopes import Scopes
from clb_migrate.findings import Span


def lower(path: str, data: bytes) -> ir.Program | ir.Unparsable:
    """Parse the bytes of one file and return its facts, or why it cannot be parsed.

    A Python 2 file is analysed as the Python 3 code it means; its spans are those of the file.
    """
    parsed = parse(path, data)
    if isinstance(parsed, ir.Unparsable):
        return parsed
    # A long sum, a text in many pieces or a ladder of `elif` is a deep tree.
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _DEEPEST))
    try:
        with warnings.catch_warnings():
            # LibCST evaluates literals; what Python thinks of their escapes is not ours to show.
            warnings.simplefilter("ignore")
            program = Lowering(parsed.module, parsed.spans()).program(path)
        return replace(program, python2=True) if parsed.is_python2 else program
    except RecursionError:
        return ir.Unparsable(path, 1, 1, "nested too deeply to be analysed")
    finally:
        sys.setrecursionlimit(usual)


_DEEPEST = 8000
"""Nested calls while one module is lowered: some six for each level of the tree."""


class Lowering(ExpressionLowering):
    """The statements of one module."""

    def __init__(self, module: cst.Module, span: Callable[[cst.CSTNode], Span]) -> None:
        super().__init__(span, Scopes(module))
        self.module = module

    def program(self, path: str) -> ir.Program:
        """Lower the whole module."""
        self.functions.append(None)
        self.builder = FunctionBuilder("<module>", self.scopes.scope(self.module), None, 0)
        self.block(self.module.body)
        self.functions[0] = self.builder.finish((), None, frozenset())
        finished = tuple(function for function in self.functions if function is not None)
        return ir.Program(path, finished, tuple(self.classes))

    # -- blocks -----------------------------------------------------------------------------

    def block(self, statements: Iterable[cst.CSTNode]) -> None:
        """Lower statements that run one after the other."""
        for statement in statements:
            lower_it = _STATEMENTS.get(type(statement))
            if lower_it is None:
                raise TypeError(f"no lowering for {type(statement).__name__}")
            lower_it(self, statement)

    def line(self, node: cst.SimpleStatementLine | cst.SimpleStatementSuite) -> None:
        """Lower simple statements that stand on one line."""
        for small in node.body:
            lower_it = _SIMPLE_STATEMENTS.get(type(small))
            if lower_it is None:
                raise TypeError(f"no lowering for {type(small).__name__}")
            lower_it(self, small)

    def suite(self, body: cst.BaseSuite) -> None:
        """Lower the body of a compound statement, indented or on the same line."""
        if type(body) is cst.SimpleStatementSuite:
            self.line(body)
        else:
            self.block(body.body)

    # -- simple statements ------------------------------------------------------------------

    def nothing_happens(self, node: cst.TypeAlias | cst.Global | cst.Nonlocal | cst.Pass) -> None:
        """Lower a statement that makes no value."""

    def expression_statement(self, node: cst.Expr) -> None:
        """Lower an expression that stands alone, unless it is a docstring or the like."""
        if type(node.value) not in _TEXTS:
            self.expression(node.value)

    def assignment(self, node: cst.Assign) -> None:
        """Lower `a = b = value`."""
        value = self.expression(node.value)
        for target in node.targets:
            self.assign(target.target, value)

    def annotated_assignment(self, node: cst.AnnAssign) -> None:
        """Lower `name: Kind = value` and `name: Kind`."""
        if isinstance(node.target, cst.Name) and self.builder.class_fields is not None:
            self.builder.class_fields.append(node.target.value)
        if node.value is not None:
            self.assign(node.target, self.expression(node.value))
        elif self.builder.class_env is not None:
            kinds = self.annotation(node.annotation.annotation)
            self.assign(node.target, self.emit(ir.Promise(kinds, self.span(node))))

    def augmented_assignment(self, node: cst.AugAssign) -> None:
        """Lower `target += value` and its like."""
        left = self.expression(node.target)
        right = self.expression(node.value)
        operator = self.operator_text(node.operator).removesuffix("=")
        self.assign(node.target, self.emit(ir.Binary(operator, left, right, self.span(node))))

    def return_(self, node: cst.Return) -> None:
        """Lower `return`, with or without a value."""
        value = self.nothing(node) if node.value is None else self.expression(node.value)
        self.emit(ir.Return(value, self.span(node)))
        self.builder.alive = False

    def raise_(self, node: cst.Raise) -> None:
        """Lower `raise`."""
        if node.exc is not None:
            self.emit(ir.Raise(self.expression(node.exc), self.span(node)))
        if node.cause is not None:
            self.expression(node.cause.item)
        self.builder.alive = False

    def assert_(self, node: cst.Assert) -> None:
        """Lower `assert`."""
        self.test(node.test)
        if node.msg is not None:
            self.expression(node.msg)
        self.narrow(node.test, True)

    def import_all(self, node: cst.Import) -> None:
        """Lower `import a, b`."""
        for alias in node.names:
            self.import_(alias)

    def break_(self, node: cst.Break) -> None:
        """Lower `break`."""
        del node
        self.builder.leave_loop(self.builder.breaks)

    def continue_(self, node: cst.Continue) -> None:
        """Lower `continue`."""
        del node
        self.builder.leave_loop(self.builder.continues)

    def delete(self, node: cst.Del) -> None:
        """Lower `del`."""
        self.deleted(node.target)

    def deleted(self, target: cst.CSTNode) -> None:
        """Lower what `del` takes something from."""
        match target:
            case cst.Subscript() | cst.Attribute():
                self.expression(target.value)
            case cst.Tuple() | cst.List():
                for element in target.elements:
                    self.deleted(element.value)
            case _:
                pass

    def import_(self, alias: cst.ImportAlias) -> None:
        """Lower one name of `import a.b as c`."""
        dotted = self.dotted(alias.name)
        span = self.span(alias)
        whole = self.emit(ir.ImportName(dotted, None, span))
        if alias.asname is not None:
            self.assign(alias.asname.name, whole)
            return
        root = dotted.split(".", maxsplit=1)[0]
        value = whole if root == dotted else self.emit(ir.ImportName(root, None, span))
        self.bind(root, value, span)

    def import_from(self, node: cst.ImportFrom) -> None:
        """Lower `from a import b as c`, also relative and with a star."""
        module = "." * len(node.relative) + (self.dotted(node.module) if node.module else "")
        where = self.span(node.module) if node.module is not None else self.span(node)
        if isinstance(node.names, cst.ImportStar):
            self.emit(ir.ImportName(module, "*", where))
            return
        for alias in node.names:
            name = self.dotted(alias.name)
            value = self.emit(ir.ImportName(module, name, where))
            self.bind(self.text_of_as(alias) or name, value, self.span(alias))

    def text_of_as(self, alias: cst.ImportAlias) -> str | None:
        """Return the name after `as`, if there is one."""
        if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
            return alias.asname.name.value
        return None

    # -- compound statements ----------------------------------------------------------------

    def for_(self, node: cst.For) -> None:
        """Lower `for`, asynchronous or not."""
        base = self.expression(node.iter)
        span = self.span(node.target)
        self.loop(node, lambda: self.assign(node.target, self.element(base, span)))

    def while_(self, node: cst.While) -> None:
        """Lower `while`."""
        self.loop(node, lambda: self.test(node.test))

    def with_(self, node: cst.With) -> None:
        """Lower `with`, asynchronous or not."""
        for item in node.items:
            manager = self.expression(item.item)
            entered = self.emit(ir.Enter(manager, self.span(item.item)))
            if item.asname is not None:
                self.assign(item.asname.name, entered)
        self.suite(node.body)

    def if_(self, node: cst.If) -> None:
        """Lower `if` with all its `elif` and `else` branches."""
        self.test(node.test)
        before = self.builder.save()
        narrowed = self.narrow(node.test, True)
        self.suite(node.body)
        body_ends = self.builder.alive
        if body_ends:
            self.widen(narrowed)
        ends = [self.builder.save()]
        self.builder.restore(before)
        narrowed = self.narrow(node.test, False)
        if isinstance(node.orelse, cst.If):
            self.if_(node.orelse)
        elif node.orelse is not None:
            self.suite(node.orelse.body)
        if body_ends:
            self.widen(narrowed)
        ends.append(self.builder.save())
        self.builder.join(ends, self.span(node))

    def loop(self, node: cst.For | cst.While, head: Callable[[], object]) -> None:
        """Lower a loop; `head` lowers what runs before each round."""
        builder = self.builder
        span = self.span(node)
        before = builder.save()
        late: dict[str, int] = {}
        for name in sorted(self.scopes.bound_below(node)):
            entry = (builder.env[name],) if name in builder.env else ()
            late[name] = self.emit(ir.Merge(name, entry, span))
            builder.env[name] = late[name]
        outer = builder.breaks, builder.continues
        builder.breaks, builder.continues = [], []
        head()
        at_head = builder.save()
        self.suite(node.body)
        rounds = [builder.save(), *builder.continues]
        for name, register in late.items():
            again = [env[name] for env, alive in rounds if alive and name in env]
            builder.extend_merge(register, again)
        exits = builder.breaks
        builder.breaks, builder.continues = outer
        builder.restore((at_head[0], before[1]))
        if node.orelse is not None:
            self.suite(node.orelse.body)
        builder.join([builder.save(), *exits], span)

    def try_(self, node: cst.Try | cst.TryStar) -> None:
        """Lower `try`: a handler may see any value that the body assigned before it failed."""
        builder = self.builder
        span = self.span(node)
        before = builder.save()
        log: dict[str, list[int]] = {}
        builder.attempts.append(log)
        start = len(builder.code)
        self.suite(node.body)
        tried = (start, len(builder.code))
        builder.attempts.pop()
        if node.orelse is not None:
            self.suite(node.orelse.body)
        ends = [builder.save()]
        failed = dict(before[0])
        builder.restore((failed, True))
        for name, registers in log.items():
            known = ([failed[name]] if name in failed else []) + registers
            failed[name] = self.merge(name, known, span)
        kinds: list[int] = []
        for handler in node.handlers:
            builder.restore((dict(failed), before[1]))
            if handler.type is not None:
                kind = self.expression(handler.type)
                where = self.span(handler.type)
                caught = self.emit(ir.Catch(kind, where, tried, tuple(kinds)))
                kinds.append(kind)
                if handler.name is not None:
                    self.assign(handler.name.name, caught)
            self.suite(handler.body)
            ends.append(builder.save())
        builder.join(ends, span)
        if node.finalbody is not None:
            if not builder.alive:
                # Code after a `try` that never ends normally is dead, its `finally` is not.
                self.builder.env.update(failed)
            self.suite(node.finalbody.body)

    def match(self, node: cst.Match) -> None:
        """Lower `match`: every case starts from what was known before the first."""
        subject = self.expression(node.subject)
        before = self.builder.save()
        ends = [before]
        for case in node.cases:
            self.builder.restore((dict(before[0]), before[1]))
            self.pattern(case.pattern, subject)
            if case.guard is not None:
                self.test(case.guard)
            self.suite(case.body)
            ends.append(self.builder.save())
        self.builder.join(ends, self.span(node))

    # -- definitions ------------------------------------------------------------------------

    def function(self, node: cst.FunctionDef) -> None:
        """Lower a `def` with its decorators and bind its name."""
        markers = set()
        decorators = []
        for decorator in node.decorators:
            name = self.dotted_end(decorator.decorator)
            if name in CALLING_MARKERS:
                markers.add(name)
            else:
                decorators.append((self.expression(decorator.decorator), self.span(decorator)))
        if "setter" in markers or "deleter" in markers:
            # The name keeps the property; the body is still analysed as a method of its own.
            self.make_function(node, node.name.value, node.params, node.body, markers)
            return
        value = self.make_function(node, node.name.value, node.params, node.body, markers)
        for register, span in reversed(decorators):
            value = self.emit(ir.Decorate(register, value, span))
        self.bind(node.name.value, value, self.span(node.name))

    def class_(self, node: cst.ClassDef) -> None:
        """Lower a class: its body runs here, and what it binds becomes attributes."""
        decorators = [(self.expression(d.decorator), self.span(d)) for d in node.decorators]
        bases = tuple(self.expression(base.value) for base in node.bases)
        for keyword in node.keywords:
            self.expression(keyword.value)
        index = len(self.classes)
        self.classes.append(ir.Class(node.name.value, ()))
        value = self.emit(ir.MakeClass(index, bases, self.span(node.name)))
        builder = self.builder
        outer = builder.class_register, builder.class_index, builder.class_env, builder.class_fields
        builder.class_register, builder.class_index = value, index
        builder.class_env, builder.class_fields = {}, []
        self.suite(node.body)
        self.classes[index] = ir.Class(node.name.value, tuple(builder.class_fields))
        (
            builder.class_register,
            builder.class_index,
            builder.class_env,
            builder.class_fields,
        ) = outer
        for register, span in reversed(decorators):
            value = self.emit(ir.Decorate(register, value, span))
        self.bind(node.name.value, value, self.span(node.name))

    def lower_body(self, body: cst.BaseSuite | cst.BaseExpression) -> None:
        """Lower the body of a function or lambda into the current builder."""
        if isinstance(body, cst.BaseSuite):
            self.suite(body)
        else:
            self.emit(ir.Return(self.expression(body), self.span(body)))


CALLING_MARKERS = frozenset(
    {
        "property",
        "cached_property",
        "staticmethod",
        "classmethod",
        "contextmanager",
        "asynccontextmanager",
        "setter",
        "deleter",
    }
)
"""Decorators that change how a function is called rather than what it does."""

_TEXTS = frozenset((cst.SimpleString, cst.ConcatenatedString))

_SIMPLE_STATEMENTS: dict[type, Callable[[Lowering, Any], None]] = {
    cst.Expr: Lowering.expression_statement,
    cst.Assign: Lowering.assignment,
    cst.AnnAssign: Lowering.annotated_assignment,
    cst.AugAssign: Lowering.augmented_assignment,
    cst.Return: Lowering.return_,
    cst.Raise: Lowering.raise_,
    cst.Assert: Lowering.assert_,
    cst.Import: Lowering.import_all,
    cst.ImportFrom: Lowering.import_from,
    cst.Break: Lowering.break_,
    cst.Continue: Lowering.continue_,
    cst.Del: Lowering.delete,
    cst.TypeAlias: Lowering.nothing_happens,
    cst.Global: Lowering.nothing_happens,
    cst.Nonlocal: Lowering.nothing_happens,
    cst.Pass: Lowering.nothing_happens,
}
"""Which method lowers a simple statement of a class."""

_STATEMENTS: dict[type, Callable[[Lowering, Any], None]] = {
    cst.SimpleStatementLine: Lowering.line,
    cst.SimpleStatementSuite: Lowering.line,
    cst.If: Lowering.if_,
    cst.For: Lowering.for_,
    cst.While: Lowering.while_,
    cst.Try: Lowering.try_,
    cst.TryStar: Lowering.try_,
    cst.With: Lowering.with_,
    cst.FunctionDef: Lowering.function,
    cst.ClassDef: Lowering.class_,
    cst.Match: Lowering.match,
}
"""Which method lowers what a block holds."""
