"""What a rewritten file imports and defines, and which imports it no longer needs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import libcst as cst

from clb_migrate.analysis.positions import Positions
from clb_migrate.fixes.requests import HELPER
from clb_migrate.fixes.tree import Tree
from clb_migrate.table.rows import Import, Rules


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new text of a file needs."""

    client: bool = False
    helper: str = ""
    """What the function that sends requests is called."""
    exception: bool = False
    client_class: bool = False
    regional: bool = False
    optional: bool = False
    key_helper: str = ""
    """The source of the function that turns a 3.0 code into the key it is listed as."""
    functools: bool = False
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Other names for names that the file has for something else."""


def completed(text: str, before: str, wanted: Wanted, rules: Rules, kept: Collection[str]) -> str:
    """Return the text of a file with what it needs, and without imports it no longer uses.

    `before` is the file's old text: only what that used and the new text does not is taken out,
    and never what is in `kept`, which others use.
    """
    old = cst.parse_module(before)
    module = cst.parse_module(text)
    unused = _names(old) - _names(module) - set(kept)
    edits = _removals(module, unused)
    lines = [
        f"from {each.module} import {each.name}"
        + (f" as {wanted.aliases[each.name]}" if each.name in wanted.aliases else "")
        for each in sorted(_imports(wanted, rules), key=lambda each: (each.module, each.name))
    ]
    if wanted.functools:
        lines.insert(0, "import functools")
    present = {line.strip() for line in text.splitlines()}
    lines = [line for line in lines if line not in present]
    return _assembled(module, text, edits, lines, _helpers(module, wanted, rules))


def _imports(wanted: Wanted, rules: Rules) -> Iterable[Import]:
    names = rules.sdk.current
    if wanted.client:
        yield from (names.credential, names.client, names.client_profile, names.http_profile)
    if (wanted.regional or wanted.client_class) and not wanted.client:
        yield names.client
    if wanted.helper or wanted.exception:
        yield names.exception


def _helpers(module: cst.Module, wanted: Wanted, rules: Rules) -> list[str]:
    step = module.default_indent
    mark = '"' if module.code.count('"') >= module.code.count("'") else "'"
    defined = {each.name.value for each in module.body if isinstance(each, cst.FunctionDef)}
    found: list[str] = []
    if wanted.helper and wanted.helper not in defined:
        found.append(_helper(rules, step, mark, wanted))
    if wanted.key_helper:
        name = wanted.key_helper.split("(")[0].removeprefix("def ")
        if name not in defined:
            found.append(wanted.key_helper.replace("    ", step).rstrip("\n"))
    return found


def helper_name(tree: Tree, wanted: Wanted, rules: Rules) -> str:
    """Return a name for the function that sends requests: that of one it has, or a free one."""
    name = HELPER
    number = 2
    while re.search(rf"\b{name}\b", tree.text):
        marks = (
            _helper(rules, tree.module.default_indent, m, replace(wanted, helper=name))
            for m in "\"'"
        )
        plain = tree.text.replace("\r\n", "\n")
        if any(text in plain for text in marks):
            return name
        name = f"{HELPER}_{number}"
        number += 1
    return name


def _helper(rules: Rules, step: str, mark: str, wanted: Wanted) -> str:
    names = rules.sdk.current
    _, error, code = rules.envelope.current_code_path
    message = rules.envelope.current_message_path[-1]

    def q(text: str) -> str:
        return f"{mark}{text}{mark}"

    lines = [
        f"def {wanted.helper}(client, action, params):",
        f'{step}"""Send a request of API 3.0 and return its response, also if that is an error."""',
    ]
    if wanted.optional:
        lines.append(
            f"{step}params = {{"
            "key: value for key, value in params.items() if value not in (None, [])}"
        )
    if wanted.regional:
        key = next(k for k, v in rules.sdk.common_parameters.items() if v == "region")
        lines += [
            *([] if wanted.optional else [f"{step}params = dict(params)"]),
            f"{step}region = params.pop({q(key)}, None)",
            f"{step}if region:",
            f"{step * 2}client = {names.client.name}(",
            f"{step * 3}client._service,",
            f"{step * 3}client._apiVersion,",
            f"{step * 3}client.credential,",
            f"{step * 3}region,",
            f"{step * 3}client.profile,",
            f"{step * 2})",
        ]
    lines += [
        f"{step}try:",
        f"{step * 2}return client.{names.call_method}(action, params)[{q(names.response_key)}]",
        f"{step}except {names.exception.name} as error:",
        f"{step * 2}if not error.{names.request_id_method}():",
        f"{step * 3}raise",
        f"{step * 2}details = {{{q(code)}: error.{names.code_method}(), "
        f"{q(message)}: error.{names.message_method}()}}",
        f"{step * 2}return "
        f"{{{q(error)}: details, {q('RequestId')}: error.{names.request_id_method}()}}",
    ]
    return "\n".join(lines)


# -- names -----------------------------------------------------------------------------------


def _names(module: cst.Module) -> set[str]:
    """Return the names that a module reads, in code and in texts such as annotations."""
    finder = _Names()
    module.visit(finder)
    return finder.found


class _Names(cst.CSTVisitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, (cst.Import, cst.ImportFrom)):
            return False
        return super().on_visit(node)

    def visit_Name(self, node: cst.Name) -> None:
        self.found.add(node.value)

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        text = node.value.strip("\"'rbuRBU")
        if text.replace(".", "").replace("_", "").isalnum():
            self.found.update(text.split("."))


def _removals(module: cst.Module, unused: set[str]) -> list[tuple[int, int, str]]:
    """Return the stretches of a module to take out, for the sake of imports nothing uses."""
    positions = Positions(module)
    text = module.code
    found: list[tuple[int, int, str]] = []
    waiting: list[tuple[cst.CSTNode, Sequence[cst.CSTNode]]] = [(module, module.body)]
    while waiting:
        _, body = waiting.pop()
        left = len(body)
        for statement in body:
            if isinstance(statement, cst.SimpleStatementLine):
                if len(statement.body) == 1 and isinstance(
                    statement.body[0], (cst.Import, cst.ImportFrom)
                ):
                    edit = _removed(statement.body[0], statement, positions, text, unused, left)
                    if edit is not None:
                        found.append(edit)
                        left -= edit[2] == ""
                elif len(statement.body) > 1:
                    found += _removed_among(statement, positions, text, unused)
                continue
            waiting.extend(_blocks(statement))
    return found


def _removed_among(
    line: cst.SimpleStatementLine, positions: Positions, text: str, unused: set[str]
) -> list[tuple[int, int, str]]:
    """Return the imports to take out of a line of several statements."""
    found: list[tuple[int, int, str]] = []
    kept: cst.BaseSmallStatement | None = None
    for place, small in enumerate(line.body):
        dropped = (
            isinstance(small, (cst.Import, cst.ImportFrom))
            and not isinstance(small.names, cst.ImportStar)
            and all(_bound(alias) in unused for alias in small.names)
        )
        if not dropped:
            kept = small
            continue
        start = positions.range(small)[0]
        if place + 1 < len(line.body):
            found.append((start, positions.range(line.body[place + 1])[0], ""))
        elif kept is not None:
            after = positions.range(kept)[1]
            found.append((after, positions.range(small)[1], ""))
        else:
            found.append((start, positions.range(small)[1], "pass"))
    del text
    return found


def _blocks(node: cst.CSTNode) -> list[tuple[cst.CSTNode, Sequence[cst.CSTNode]]]:
    found: list[tuple[cst.CSTNode, Sequence[cst.CSTNode]]] = []
    for child in node.children:
        if isinstance(child, cst.IndentedBlock):
            found.append((child, child.body))
        elif isinstance(child, (cst.Else, cst.Finally, cst.ExceptHandler, cst.If)):
            found += _blocks(child)
    return found


def _bound(alias: cst.ImportAlias) -> str:
    if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
        return alias.asname.name.value
    name: cst.BaseExpression = alias.name
    while isinstance(name, cst.Attribute):
        name = name.value
    return name.value if isinstance(name, cst.Name) else ""


def _removed(
    node: cst.Import | cst.ImportFrom,
    line: cst.SimpleStatementLine,
    positions: Positions,
    text: str,
    unused: set[str],
    left: int,
) -> tuple[int, int, str] | None:
    if isinstance(node.names, cst.ImportStar):
        return None
    dropped = [alias for alias in node.names if _bound(alias) in unused]
    if not dropped:
        return None
    start, end = positions.range(node)
    if len(dropped) < len(node.names):
        rest = ", ".join(
            text[slice(*positions.range(alias))].rstrip(", ")
            for alias in node.names
            if alias not in dropped
        )
        first = positions.range(node.names[0])[0]
        last = positions.range(node.names[-1])[1]
        return first, last, rest
    begin = positions.line_start(start)
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop + 1
    comment = line.trailing_whitespace.comment
    if left == 1 and begin > 0 and text[begin:start]:
        return start, end, "pass"
    if comment is not None:
        return start, text.index(comment.value, end), ""
    if _is_blank(text, stop) and (begin == 0 or _is_blank(text, begin, before=True)):
        # The empty lines around it become one.
        stop = text.index("\n", stop) + 1
    return begin, stop, ""


def _is_blank(text: str, at: int, *, before: bool = False) -> bool:
    """Tell whether the line that begins, or (`before`) ends, at an offset is empty."""
    if before:
        return text[:at].rstrip("\r\n \t").count("\n") < text[:at].count("\n") - 1
    line, newline, _ = text[at:].partition("\n")
    return bool(newline) and not line.strip()


# -- putting it together ---------------------------------------------------------------------


def _assembled(
    module: cst.Module,
    text: str,
    edits: list[tuple[int, int, str]],
    lines: Sequence[str],
    helpers: Sequence[str],
) -> str:
    newline = module.default_newline
    positions = Positions(module)
    at, head_end = _places(module, positions, text)
    # What ends the head keeps the empty lines behind it.
    edits = [
        (start, min(end, head_end) if start < head_end else end, new) for start, end, new in edits
    ]
    pieces = list(edits)
    block = "".join(line + newline for line in lines)
    tops = [edit for edit in edits if edit[2] == "" and _is_top(edit, text) and edit[0] <= head_end]
    if block:
        if tops:
            first = max(tops)
            pieces.remove(first)
            if text[: first[1]].endswith(("\n\n", "\n\r\n")):
                block += newline
            pieces.append((first[0], first[1], block))
        else:
            pieces.append((at, at, block))
    if helpers:
        body = "".join(
            newline + newline + helper.replace("\n", newline) + newline for helper in helpers
        )
        rest = text[head_end:]
        blank = len(rest) - len(rest.lstrip("\r\n"))
        follow = rest[:blank].count("\n")
        body += newline * max(0, 2 - follow)
        pieces.append((head_end, head_end, body))
    result: list[str] = []
    place = 0
    for start, end, new in sorted(pieces, key=lambda piece: (piece[0], piece[1])):
        if start < place:
            continue
        result += [text[place:start], new]
        place = end
    result.append(text[place:])
    return "".join(result)


def _is_top(edit: tuple[int, int, str], text: str) -> bool:
    """Tell whether an edit takes out whole lines at the left margin."""
    start, end, _ = edit
    return (
        (start == 0 or text[start - 1] == "\n")
        and text[start : start + 1] not in (" ", "\t")
        and (text[end - 1 : end] == "\n" or end == len(text))
    )


def _places(module: cst.Module, positions: Positions, text: str) -> tuple[int, int]:
    """Return where new imports go, and where the head of a module with its imports ends."""
    at = 0
    end = 0
    for number, statement in enumerate(module.body):
        if isinstance(statement, cst.SimpleStatementLine):
            small = statement.body[0]
            is_text = isinstance(small, cst.Expr) and isinstance(
                small.value, (cst.SimpleString, cst.ConcatenatedString)
            )
            if isinstance(small, (cst.Import, cst.ImportFrom)) or (is_text and number == 0):
                end = _line_end(positions.range(statement)[1], text)
                at = end
                continue
            break
        if isinstance(statement, (cst.Try, cst.If)) and _only_imports(statement):
            end = _line_end(positions.range(statement)[1], text)
            continue
        break
    return at, end


def _line_end(offset: int, text: str) -> int:
    found = text.find("\n", max(offset - 1, 0))
    return len(text) if found < 0 else found + 1


def _only_imports(node: cst.CSTNode) -> bool:
    """Tell whether a statement of several blocks imports something."""
    blocks = _blocks(node)
    return any(
        isinstance(statement, cst.SimpleStatementLine)
        and isinstance(statement.body[0], (cst.Import, cst.ImportFrom))
        for _, body in blocks
        for statement in body
    )
