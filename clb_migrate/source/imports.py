"""Import statements, read from the bytes of a file without parsing it.

What stands in a text or comment may look like one as well: that only makes a file be looked at
once more than it had to be.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_FROM = re.compile(rb"from[ \t]+([.\w]+)[ \t]+import[ \t]*(\([^)]*\)|(?:[^\n#;\\]|\\\r?\n)*)")
_IMPORT = re.compile(rb"^[ \t]*import[ \t]+([^\n#;]+)", re.MULTILINE)
_IMPORT_IN_LINE = re.compile(rb"[;:][ \t]*import[ \t]+([^\n#;]+)")
_NAME = re.compile(rb"([\w.]+|\*)(?:\s+as\s+\w+)?")
_COMMENT = re.compile(rb"#[^\n]*")
_DYNAMIC = (b"import_module", b"__import__")
_IMPORT_ANYWHERE = re.compile(rb"import(?:(?<![\w.]import)[ \t]+[^\n#;]+|_module|__)")
_DYNAMIC_ENDS = (b"import_module", b"import__")
_DOTTED_TEXT = re.compile(rb"""['"](\.*[A-Za-z_][\w.]*)['"]""")


def import_text(data: bytes) -> bytes:
    """Return text that holds every word of what `imports_in` yields, and few others.

    It costs a fraction of that: what comes first in the patterns is looked for at the speed of
    memory.
    """
    if b"import" not in data:
        return b""
    found = [each.group() for each in _FROM.finditer(data)]
    plain = _IMPORT_ANYWHERE.findall(data)
    found += plain
    if any(call in plain for call in _DYNAMIC_ENDS):
        found += _DOTTED_TEXT.findall(data)
    return b"\n".join(found)


def imports_in(data: bytes) -> Iterator[tuple[str, str | None]]:
    """Yield each import: the module (with its leading dots), and the name taken from it.

    The name is None for `import module`, a star for all of them. Where modules are imported by
    calls, every dotted text in the file may be one.
    """
    if b"import" not in data:
        return
    data = data.removeprefix(codecs.BOM_UTF8)
    for module, names in _FROM.findall(data):
        base = module.decode("utf-8", "replace")
        for name in _NAME.findall(_COMMENT.sub(b"", names.strip(b"()"))):
            yield base, name.decode("utf-8", "replace")
    for names in (*_IMPORT.findall(data), *_IMPORT_IN_LINE.findall(data)):
        for name in _NAME.findall(names):
            yield name.decode("utf-8", "replace"), None
    if any(call in data for call in _DYNAMIC):
        for text in _DOTTED_TEXT.findall(data):
            yield text.decode("utf-8", "replace"), None
