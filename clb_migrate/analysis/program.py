"""The facts of one module: its code as small instructions in single-assignment form.

Lowering turns a file into these values once; they are a pure function of the file's bytes, know no
rule and no other module, and can be pickled. An instruction's position in its function's list is
also the name of the value it makes (its *register*), so a local variable is resolved to the
assignments that reach it before anything is linked. What the values *are* (a legacy client, a
response, a code) is decided later, over all modules together, by `clb_migrate.analysis.solver`.
"""

from __future__ import annotations

from typing import Literal

from clb_migrate.analysis.immutable import immutable
from clb_migrate.findings import Span

Register = int
"""Index into `Function.code` of the instruction that makes a value."""

Literal_ = str | bytes | int | float | bool | None
"""What a constant in the source can be."""


@immutable()
class Constant:
    """A literal in the source."""

    value: Literal_
    span: Span


@immutable()
class Parameter:
    """The argument a function was called with."""

    name: str
    span: Span


@immutable()
class LoadName:
    """A name that is not a local of this function: free (`depth` functions up), global, builtin."""

    name: str
    depth: int | None
    """Functions to go up for a closure variable; None looks in the module, then the builtins."""
    span: Span


@immutable()
class StoreName:
    """An assignment other functions can see: a module global or a captured local."""

    name: str
    depth: int | None
    value: Register
    span: Span


@immutable()
class ImportName:
    """`import module` (name None) or `from module import name`; `module` keeps leading dots."""

    module: str
    name: str | None
    span: Span


@immutable()
class Bind:
    """A name gets a value; the same value, now known under that name."""

    name: str
    value: Register
    span: Span


@immutable()
class Merge:
    """One of several values, by the path taken; for a loop, some come from further down."""

    name: str
    values: tuple[Register, ...]
    span: Span


@immutable()
class Narrow:
    """What is left of `value` where `isinstance(name, kinds)` came out as `holds`."""

    name: str
    value: Register
    kinds: Register
    holds: bool
    span: Span


@immutable()
class Attribute:
    """`base.name`"""

    base: Register
    name: str
    span: Span


@immutable()
class Subscript:
    """`base[key]`"""

    base: Register
    key: Register
    span: Span


@immutable()
class Slice:
    """`base[lower:upper]`; a bound is None where it is left out."""

    base: Register
    lower: Register | None
    upper: Register | None
    span: Span


@immutable()
class Argument:
    """One argument of a call: plain, `keyword=`, or unpacked with one or two stars."""

    value: Register
    keyword: str | None = None
    star: Literal["", "*", "**"] = ""


@immutable()
class Call:
    """`function(arguments)`"""

    function: Register
    arguments: tuple[Argument, ...]
    span: Span


@immutable()
class Decorate:
    """A decorator applied to a function or class; the plain one where nothing is known of it."""

    decorator: Register
    target: Register
    span: Span


@immutable()
class Binary:
    """`left operator right` for an arithmetic operator, as spelled in the source."""

    operator: str
    left: Register
    right: Register
    span: Span
    inner: bool = False
    """It is an operand of another one of its kind, which makes the whole."""


@immutable()
class Negative:
    """`-operand`"""

    operand: Register
    span: Span


@immutable()
class Compare:
    """A comparison, chained or not: `operands[0] operators[0] operands[1] ...`.

    Two comparisons of one value joined by `and` (`c >= 4100 and c < 4200`) are lowered to one.
    """

    operands: tuple[Register, ...]
    operators: tuple[str, ...]
    span: Span


@immutable()
class Truth:
    """A value tested for truth: `if x`, `not x`, `x and y`, `assert x`, `bool(x)`."""

    operand: Register
    span: Span


@immutable()
class Case:
    """A subject compared with the values of one pattern of `match`."""

    subject: Register
    values: tuple[Register, ...]
    span: Span
    """The pattern."""


@immutable()
class Item:
    """An element of a display; `key` only in a dict, `star` for `*x` and `**x`."""

    value: Register
    key: Register | None = None
    star: bool = False


@immutable()
class Display:
    """A tuple, list, set or dict written out, or what a comprehension collects."""

    kind: Literal["tuple", "list", "set", "dict"]
    items: tuple[Item, ...]
    span: Span
    collected: bool = False
    """A comprehension: its one item stands for any number of elements."""


@immutable()
class Format:
    """An f-string: its literal parts and the values between them."""

    parts: tuple[str | Register, ...]
    span: Span
    registers: tuple[bool, ...]
    """For each part, whether it is a register (text parts may hold digits)."""


@immutable()
class Element:
    """What iterating over `base` gives; `asynchronous` iteration gives the same."""

    base: Register
    span: Span


@immutable()
class Unpack:
    """Element `index` of `base` in `a, b = base`; None where a star leaves it open."""

    base: Register
    index: int | None
    span: Span


@immutable()
class MakeFunction:
    """A `def` or `lambda`; `defaults` and `annotations` map parameter names to values made here."""

    function: int
    defaults: tuple[tuple[str, Register], ...]
    annotations: tuple[tuple[str, Register], ...]
    span: Span


@immutable()
class Promise:
    """A value known only by its annotation: `client: QcloudApi` without an assignment."""

    annotation: Register
    span: Span


@immutable()
class MakeClass:
    """A class statement; its body follows as stores on this value."""

    index: int
    bases: tuple[Register, ...]
    span: Span


@immutable()
class StoreAttribute:
    """`base.name = value`"""

    base: Register
    name: str
    value: Register
    span: Span


@immutable()
class StoreSubscript:
    """`base[key] = value`"""

    base: Register
    key: Register
    value: Register
    span: Span


@immutable()
class Return:
    """`return value`; the last value of a lambda."""

    value: Register
    span: Span


@immutable()
class Yield:
    """`yield value` or `yield from value` (`delegated`)."""

    value: Register
    delegated: bool
    span: Span


@immutable()
class Raise:
    """`raise value`"""

    value: Register
    span: Span


@immutable()
class Catch:
    """The exception bound by `except kind as name`."""

    kind: Register
    span: Span
    tried: tuple[Register, Register] = (0, 0)
    """The first instruction of the `try`, and the first one after its body."""
    before: tuple[Register, ...] = ()
    """The kinds that earlier handlers of the same `try` take."""


@immutable()
class Enter:
    """What `with base as name` binds."""

    base: Register
    span: Span


Instruction = (
    Constant
    | Parameter
    | LoadName
    | StoreName
    | ImportName
    | Bind
    | Merge
    | Narrow
    | Attribute
    | Subscript
    | Slice
    | Call
    | Decorate
    | Binary
    | Negative
    | Compare
    | Truth
    | Case
    | Display
    | Format
    | Element
    | Unpack
    | MakeFunction
    | Promise
    | MakeClass
    | StoreAttribute
    | StoreSubscript
    | Return
    | Yield
    | Raise
    | Catch
    | Enter
)

Passing = Literal["positional", "keyword", "either", "rest", "keywords"]
"""How a parameter takes its argument; `rest` is `*name`, `keywords` is `**name`."""


@immutable()
class Formal:
    """A parameter of a function."""

    name: str
    passing: Passing


@immutable()
class Function:
    """The module's top level (index 0), a `def` or a `lambda`."""

    name: str
    formals: tuple[Formal, ...]
    code: tuple[Instruction, ...]
    parent: int | None
    """Index of the enclosing function; None for the top level."""
    owner: int | None
    """Index of the class whose method this is."""
    markers: frozenset[str]
    """Decorators that change how it is called: property, staticmethod, classmethod, generator..."""


@immutable()
class Class:
    """A class statement; `fields` are its annotated names in order (a dataclass's parameters)."""

    name: str
    fields: tuple[str, ...]


@immutable()
class Program:
    """One module, lowered. `path` is as reports show it."""

    path: str
    functions: tuple[Function, ...]
    classes: tuple[Class, ...]
    python2: bool = False
    """The file is Python 2; the facts are those of the Python 3 code it means."""


@immutable()
class Unparsable:
    """A file LibCST cannot parse, with the reason and the place it gave."""

    path: str
    line: int
    column: int
    reason: str
