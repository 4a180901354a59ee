"""Python 2, rewritten to Python 3 in memory, so that one parser and one analysis serve both.

The rewriting works on tokens and is a list of edits, so it is known of every place of the new text
where it stood in the file. The descendants of lib2to3 could not tell: they build new statements,
move lines and lose line breaks on the way (and keep a grammar in the user's home). Whether the
result is Python is for Python's own parser to say.

What is rewritten is what Python 3 refuses (`print x`, `exec c in d`, `raise E, v`, `except E, e`,
backticks, `<>`, `0777`, `10L`, `ur""`, tuple parameters, `[x for x in 1, 2]`, tabs that mean eight
columns, `async` as a name), and two things that mean something else there: `/` between integers,
and `b""`, which is just a string. `print >>f, x` becomes `print(f, x)`: who reads the result asks
what is printed, not where to.

`except A, b:` is the trap. Python 3.14 reads it as two exceptions, Python 2 as one and a name for
it. Where nothing else gives the version away, it is told from what `b` is.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clb_migrate.source.rewriting import Edit, Rewritten
from clb_migrate.source.syntax import syntax_tree
from clb_migrate.source.tokens import (
    BETWEEN_OPERANDS,
    CLOSING,
    OPENING,
    Kind,
    Token,
    logical_lines,
    scan,
)

_HANDLER = re.compile(rb"\bexcept[ \t]*(?:[\w.]+|\([^()]*\))[ \t]*,")


@dataclass(frozen=True, slots=True)
class Translation:
    """An old file as Python 3 code, and whether it is Python 2 (or only an early Python 3)."""

    code: Rewritten
    is_python2: bool


def may_bind_by_comma(data: bytes) -> bool:
    """Tell whether a file may hold `except A, b:`, which a parser of Python 3.14 lets pass."""
    return _HANDLER.search(data) is not None


def translated(text: str) -> Translation | None:
    """Return the text of an old file as Python 3 code; None if it shows no sign of its age."""
    tokens, complete = scan(text)
    if not complete:
        return None
    found = _Translator(text, tokens)
    found.run()
    if found.is_python2 or found.handlers:
        code = Rewritten(text, [*found.edits, *found.meanings])
        if found.is_python2 or _bound(code.text, found.handlers):
            return Translation(code, True)
        return None
    return Translation(Rewritten(text, found.edits), False) if found.is_old else None


class _Line:
    """A logical line: its tokens, and for each how deep in brackets it stands."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.depths: list[int] = []
        self.partners: dict[int, int] = {}
        """The closing bracket of each opening one."""
        self.closing: set[int] = set()
        opened: list[int] = []
        for at, token in enumerate(tokens):
            if token.text in CLOSING or (token.text == "`" and self._follows_operand(at)):
                self.closing.add(at)
                if opened:
                    self.partners[opened.pop()] = at
                self.depths.append(len(opened))
                continue
            self.depths.append(len(opened))
            if token.text in OPENING or token.text == "`":
                opened.append(at)

    def _follows_operand(self, at: int) -> bool:
        """Tell whether the token before `at` ends an operand."""
        if at == 0:
            return False
        token = self.tokens[at - 1]
        if token.kind is Kind.NAME:
            return token.text not in _KEYWORDS
        return token.kind is not Kind.OPERATOR or at - 1 in self.closing

    def starts_operand(self, at: int, end: int, signs: frozenset[str]) -> bool:
        """Tell whether an operand may start with the token `at`, before `end`.

        `signs` are the operators and brackets that can come first.
        """
        if at >= end:
            return False
        token = self.tokens[at]
        if token.kind is Kind.NAME:
            return token.text not in BETWEEN_OPERANDS
        return token.kind is not Kind.OPERATOR or token.text in signs

    def end(self, start: int, *texts: str) -> int:
        """Return where what starts there ends: at one of `texts`, or with the bracket around."""
        end = start
        for at in self.outside(start, len(self.tokens)):
            if self.tokens[at].text in texts:
                return at
            end = self.partners.get(at, at) + 1
        return end

    def outside(self, start: int, end: int) -> Iterator[int]:
        """Yield the tokens from `start` to `end` that stand as deep as the first one.

        What belongs to the parameters of a lambda is left out, with its colon.
        """
        lambdas = 0
        depth = self.depths[start] if start < end else 0
        for at in range(start, end):
            if self.depths[at] < depth:
                return
            if self.depths[at] > depth:
                continue
            text = self.tokens[at].text
            if text == "lambda":
                lambdas += 1
            elif lambdas and text == ":":
                lambdas -= 1
            elif not lambdas:
                yield at

    def first(self, start: int, end: int, *texts: str) -> int | None:
        """Return the first of those tokens that is one of `texts`."""
        return next((at for at in self.outside(start, end) if self.tokens[at].text in texts), None)


@dataclass(slots=True)
class _Open:
    """A bracket that is open, and how far its comprehension has come."""

    bracket: str
    after_for: bool = False
    loop: int | None = None
    """Where what it loops over starts."""
    comma: bool = False


class _Translator:
    """The edits of one file."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.edits: list[Edit] = []
        """What makes it Python 3."""
        self.meanings: list[Edit] = []
        """What keeps the meaning it has in Python 2."""
        self.is_python2 = False
        """Something no Python 3 accepts has been met."""
        self.is_old = False
        """Something only early Python 3 accepts has been met."""
        self.handlers: list[str] = []
        """What handlers bind after a comma."""
        self._lines = [_Line(line) for line in logical_lines(tokens)]
        self._features: set[str] = set()
        self._names = {token.text for token in tokens if token.kind is Kind.NAME}
        self._used: Counter[str] = Counter()
        self._pending: list[tuple[Token, Token, str]] = []
        """Targets, from a token to a token, that get a value before the next statement."""

    def run(self) -> None:
        """Find all edits."""
        indents = self._indents()
        for line, indent in zip(self._lines, indents, strict=True):
            self._note_features(line)
            self._words(line)
            self._lambdas(line)
            self._bare_tuples(line)
            self._statements(line, indent)

    def _python2(self, *edits: Edit) -> None:
        self.is_python2 = True
        self.edits += edits

    def _note_features(self, line: _Line) -> None:
        words = [token.text for token in line.tokens]
        if words[:3] == ["from", "__future__", "import"]:
            self._features.update(words[3:])

    # -- indentation ------------------------------------------------------------------------

    def _indents(self) -> list[str]:
        """Return what each line starts with, after all edits."""
        found = []
        for line in self._lines:
            end = line.tokens[0].start
            start = max(self.text.rfind("\n", 0, end), self.text.rfind("\r", 0, end)) + 1
            found.append((start, self.text[start:end]))
        spaces = any(" " in indent for _, indent in found)
        if not spaces or not any("\t" in indent for _, indent in found):
            return [indent for _, indent in found]
        self.is_python2 = not _consistent([indent for _, indent in found])
        straight = []
        for start, indent in found:
            straight.append(" " * _columns(indent, 8))
            if "\t" in indent:
                self.edits.append(Edit(start, start + len(indent), straight[-1]))
        return straight

    # -- single tokens ----------------------------------------------------------------------

    def _words(self, line: _Line) -> None:
        for at, token in enumerate(line.tokens):
            start, end, text = token.start, token.end, token.text
            match token.kind:
                case Kind.NUMBER:
                    plain = text.rstrip("lL")
                    if _OCTAL.fullmatch(plain):
                        plain = f"0o{plain[1:]}"
                    if plain != text:
                        self._python2(Edit(start, end, plain))
                case Kind.STRING:
                    self._string(token)
                case Kind.NAME:
                    if text in _YOUNG_KEYWORDS and self._is_a_name(line, at):
                        self.is_old = True
                        self.edits.append(Edit(end, end, "_"))
                case Kind.OPERATOR:
                    self._operator(line, at)
                case _:
                    pass

    def _operator(self, line: _Line, at: int) -> None:
        token = line.tokens[at]
        match token.text:
            case "<>":
                self._python2(Edit(token.start, token.end, "!="))
            case "/" | "/=" if "division" not in self._features:
                self.meanings.append(Edit(token.start, token.start, "/"))
            case "`" if at in line.partners:
                # Without a space before it, the new word would join an old one.
                joined = self.text[token.start - 1 : token.start].isalnum()
                self._python2(Edit(token.start, token.end, " repr(" if joined else "repr("))
                closing = line.tokens[line.partners[at]]
                self._python2(Edit(closing.start, closing.end, ")"))
            case _:
                pass

    def _string(self, token: Token) -> None:
        quote = min(at for at in (token.text.find("'"), token.text.find('"')) if at >= 0)
        prefix = token.text[:quote].lower()
        # The edits take in the quote, so that the text still starts where the token did.
        start, end = token.start, token.start + quote + 1
        rest = token.text[quote]
        if prefix == "ur":
            self._python2(Edit(start, end, token.text[1] + rest))
        elif "b" in prefix:
            self.meanings.append(Edit(start, end, re.sub("[bB]", "", token.text[:quote]) + rest))
        if prefix in ("", "b") and "unicode_literals" not in self._features:
            for escape in _ESCAPE.finditer(token.text):
                if escape[0][1] in "uUN":
                    place = token.start + escape.start()
                    self.meanings.append(Edit(place, place, "\\"))

    def _is_a_name(self, line: _Line, at: int) -> bool:
        """Tell whether a word that became a keyword in Python 3 is used as a name here."""
        if at and line.tokens[at - 1].text in (".", "def", "class", "import", "as"):
            return True
        if at + 1 < len(line.tokens) and line.tokens[at + 1].text == "for":
            return False
        signs = _FIRST if line.tokens[at].text == "await" else _FIRST - {"("}
        return not line.starts_operand(at + 1, len(line.tokens), signs)

    # -- parts of expressions ---------------------------------------------------------------

    def _lambdas(self, line: _Line) -> None:
        """Give `lambda (a, b): c` one parameter, taken apart by a comprehension around `c`.

        The innermost are edited first: where several end together, that is the order of the ends.
        """
        tokens = line.tokens
        found = [
            at
            for at in range(len(tokens) - 1)
            if tokens[at].text == "lambda" and tokens[at].kind is Kind.NAME
        ]
        for at in reversed(found[:_MOST_LAMBDAS]):
            depth = line.depths[at]
            colon = line.first(at + 1, len(tokens), ":")
            if colon is None:
                continue
            groups = self._tuple_parameters(line, at, colon, depth)
            if not groups:
                continue
            after = colon + 1
            end = line.end(after, ",", ";", ":", "for", "=")
            if end == after:
                continue
            place = tokens[end - 1].end
            self._python2(Edit(tokens[colon].end, tokens[colon].end, " ["))
            for first, final, name in groups:
                copied = self.text[first.start : final.end]
                self._python2(
                    Edit(place, place, " for "),
                    Edit(place, place, copied, origin=first.start),
                    Edit(place, place, f" in [{name}]"),
                )
            self._python2(Edit(place, place, "][0]"))

    def _tuple_parameters(
        self, line: _Line, before: int, end: int, depth: int
    ) -> list[tuple[Token, Token, str]]:
        """Replace the tuples among the parameters between two tokens by names; return both."""
        found = []
        for at in range(before + 1, end):
            follows = at == before + 1 or line.tokens[at - 1].text == ","
            if line.depths[at] == depth and line.tokens[at].text == "(" and follows:
                first, final = line.tokens[at], line.tokens[line.partners.get(at, at)]
                inner = line.tokens[at : line.partners.get(at, at)]
                words = [token.text for token in inner if token.kind is Kind.NAME]
                name = self._new_name(words)
                self._python2(Edit(first.start, final.end, name))
                found.append((first, final, name))
        return found

    def _new_name(self, words: Sequence[str]) -> str:
        """Return a name nothing in the file has, which tells some of what it stands for."""
        name = wish = "_".join(words[:_MOST_WORDS]) or "_"
        while name in self._names:
            self._used[wish] += 1
            name = f"{wish}_{self._used[wish]}"
        self._names.add(name)
        return name

    def _bare_tuples(self, line: _Line) -> None:
        """Put parentheses around the tuple in `[x for x in 1, 2]`."""
        tokens = line.tokens
        opened = [_Open("")]
        for at, token in enumerate(tokens):
            inner = opened[-1]
            if at in line.closing or token.text in ("for", "if"):
                if inner.loop is not None and inner.comma:
                    begin, end = tokens[inner.loop].start, tokens[at - 1].end
                    self._python2(Edit(begin, begin, "("), Edit(end, end, ")"))
                inner.loop, inner.comma = None, False
                inner.after_for = token.text == "for" and inner.bracket == "["
                if at in line.closing and len(opened) > 1:
                    opened.pop()
            elif at in line.partners:
                opened.append(_Open(token.text))
            elif token.text == "in" and inner.after_for:
                inner.loop, inner.after_for = at + 1, False
            elif token.text == "," and inner.loop is not None:
                inner.comma = True
            elif token.text == "lambda":
                inner.loop = None

    # -- statements -------------------------------------------------------------------------

    def _statements(self, line: _Line, indent: str) -> None:
        tokens = line.tokens
        start = 0
        while start < len(tokens):
            if tokens[start].text == ";":
                start += 1
                continue
            self._assign_pending(tokens[start], "; " if start else "\n" + indent)
            if tokens[start].text in _COMPOUND:
                colon = line.first(start + 1, len(tokens), ":")
                if colon is None:
                    return
                self._header(line, start, colon)
                start = colon + 1
                continue
            end = line.first(start, len(tokens), ";")
            self._simple(line, start, len(tokens) if end is None else end)
            start = len(tokens) if end is None else end + 1

    def _assign_pending(self, before: Token, separator: str) -> None:
        """Take apart what came as one, before the first statement that may use its parts."""
        place = before.start
        for first, final, value in self._pending:
            copied = self.text[first.start : final.end]
            self.edits += [
                Edit(place, place, copied, origin=first.start),
                Edit(place, place, f" = {value}{separator}"),
            ]
        self._pending.clear()

    def _header(self, line: _Line, start: int, colon: int) -> None:
        match line.tokens[start].text:
            case "def":
                opening = start + 2
                closing = line.partners.get(opening)
                if closing is not None:
                    self._pending = self._tuple_parameters(line, opening, closing, 1)
            case "except":
                self._handler(line, start, colon)
            case _:
                pass

    def _handler(self, line: _Line, start: int, colon: int) -> None:
        """Rewrite `except E, e`, and targets that are more than a name."""
        tokens = line.tokens
        parts = [at for at in line.outside(start + 1, colon) if tokens[at].text in (",", "as")]
        if len(parts) != 1 or parts[0] + 1 == colon:
            return
        between, target, final = tokens[parts[0]], tokens[parts[0] + 1], tokens[colon - 1]
        inner = tokens[parts[0] + 1 : colon]
        words = [token.text for token in inner if token.kind is Kind.NAME]
        is_name, is_tuple = len(inner) == len(words) == 1, target.text in OPENING
        if between.text == ",":
            space = "" if target.start > between.end else " "
            self.edits.append(Edit(between.start, between.end, " as" + space))
        if not is_name:
            name = self._new_name(words)
            self.edits.append(Edit(target.start, final.end, name))
            self._pending.append((target, final, f"{name}.args" if is_tuple else name))
            # `a.b` behind a comma may be an exception; nobody nests tuples of them.
            if between.text == "as" or (is_tuple and not any(w[0].isupper() for w in words)):
                self.is_python2 = True
        if between.text == "," and (is_name or is_tuple):
            self.handlers += words

    def _simple(self, line: _Line, start: int, end: int) -> None:
        match line.tokens[start].text:
            case "print" if "print_function" not in self._features:
                self._call(line, start, end, _FIRST | {">>"})
            case "exec":
                self._call(line, start, end, _FIRST)
            case "raise":
                self._raise(line, start, end)
            case _:
                self._assignment_to_constants(line, start, end)

    def _call(self, line: _Line, start: int, end: int, signs: frozenset[str]) -> None:
        """Rewrite `print a, b` and `exec a in b`."""
        tokens = line.tokens
        after = start + 1
        if not line.starts_operand(after, end, signs):
            return
        if tokens[after].text == "(" and line.partners.get(after) == end - 1:
            return
        place = tokens[start].end
        self._python2(Edit(place, place, "("))
        if tokens[after].text == ">>":
            self._python2(Edit(tokens[after].start, tokens[after].end, ""))
        if tokens[start].text == "exec":
            inside = line.first(after, end, "in")
            if inside is not None:
                self._python2(Edit(tokens[inside].start, tokens[inside].end, ","))
        self._python2(Edit(tokens[end - 1].end, tokens[end - 1].end, ")"))

    def _raise(self, line: _Line, start: int, end: int) -> None:
        """Rewrite `raise E, v` and `raise E, v, t`."""
        tokens = line.tokens
        commas = [at for at in line.outside(start + 1, end) if tokens[at].text == ","]
        if not 1 <= len(commas) <= 2 or commas[-1] == end - 1:
            return
        comma, value = tokens[commas[0]], commas[0] + 1
        value_end = commas[1] if len(commas) > 1 else end
        # A tuple is all the arguments, and has the parentheses of a call.
        whole = tokens[value].text == "(" and line.partners.get(value) == value_end - 1
        self._python2(Edit(comma.start, comma.end, "" if whole else "("))
        if len(commas) > 1:
            second = tokens[commas[1]]
            closing = "" if whole else ")"
            self._python2(Edit(second.start, second.end, f"{closing}.with_traceback("))
        if len(commas) > 1 or not whole:
            self._python2(Edit(tokens[end - 1].end, tokens[end - 1].end, ")"))

    def _assignment_to_constants(self, line: _Line, start: int, end: int) -> None:
        """Rename the targets in `True, False = 1, 0`."""
        tokens = line.tokens
        equals = [at for at in line.outside(start, end) if tokens[at].text == "="]
        if equals:
            for at in range(start, equals[-1]):
                if tokens[at].text in ("True", "False") and line.depths[at] == 0:
                    self._python2(Edit(tokens[at].end, tokens[at].end, "_"))


_KEYWORDS = (frozenset(keyword.kwlist) | {"exec", "print"}) - {"False", "None", "True"}
_FIRST = frozenset("([{`-+~")
_COMPOUND = frozenset(
    ("class", "def", "elif", "else", "except", "finally", "for", "if", "try", "while", "with")
)
_YOUNG_KEYWORDS = frozenset(("async", "await", "nonlocal"))
_OCTAL = re.compile(r"0\d*[1-7]\d*")
_ESCAPE = re.compile(r"\\[\s\S]")
_MOST_WORDS = 4
_MOST_LAMBDAS = 100
"""Lambdas that are looked into on one line: each costs a look at the rest of it."""


def _columns(indent: str, tab: int) -> int:
    """Return how far an indentation reaches where tabs go to multiples of `tab` columns."""
    column = 0
    for character in indent:
        if character == "\t":
            column = (column // tab + 1) * tab
        elif character == "\f":
            column = 0
        else:
            column += 1
    return column


def _consistent(indents: Sequence[str]) -> bool:
    """Tell whether the blocks are the same however wide a tab is, as Python 3 demands."""
    blocks = [(0, 0)]
    for indent in indents:
        wide, narrow = _columns(indent, 8), _columns(indent, 1)
        while len(blocks) > 1 and blocks[-1][0] > wide:
            blocks.pop()
        if (wide == blocks[-1][0]) != (narrow == blocks[-1][1]) or narrow < blocks[-1][1]:
            return False
        if wide > blocks[-1][0]:
            blocks.append((wide, narrow))
    return True


def _bound(code: str, names: Sequence[str]) -> bool:
    """Tell whether the names behind the commas of handlers are bound there, as in Python 2.

    `code` is the file with `as` in place of those commas.
    """
    tree = syntax_tree(code)
    if isinstance(tree, Exception):
        return False
    defined: set[str] = set()
    stored: set[str] = set()
    for node in ast.walk(tree):
        if _is_python3(node):
            return False
        match node:
            case ast.Import() | ast.ImportFrom():
                aliases = node.names
                defined.update((alias.asname or alias.name).split(".")[0] for alias in aliases)
            case ast.ClassDef() | ast.FunctionDef():
                defined.add(node.name)
            case ast.Name(ctx=ast.Store()):
                stored.add(node.id)
            case ast.arg():
                stored.add(node.arg)
            case _:
                pass
    perhaps = False
    for name in names:
        capital = name[:1].isupper()
        if name in defined or hasattr(builtins, name):
            continue
        if name not in stored and not (capital and "*" in defined):
            # Read as a class it would be no class at all.
            return True
        perhaps = perhaps or not capital
    return perhaps and not any(name in defined or hasattr(builtins, name) for name in names)


def _is_python3(node: ast.AST) -> bool:
    """Tell whether Python 2 cannot say this."""
    match node:
        case (
            ast.JoinedStr()
            | ast.AnnAssign()
            | ast.AsyncFunctionDef()
            | ast.Await()
            | ast.NamedExpr()
            | ast.Nonlocal()
            | ast.YieldFrom()
            | ast.Match()
            | ast.MatMult()
        ):
            return True
        case ast.FunctionDef():
            return node.returns is not None
        case ast.arguments():
            return bool(node.kwonlyargs or node.posonlyargs)
        case ast.arg():
            return node.annotation is not None
        case ast.ClassDef():
            return bool(node.keywords)
        case ast.Raise():
            return node.cause is not None
        case ast.Dict():
            return None in node.keys
        case _:
            return False
