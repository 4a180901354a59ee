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
_DOTTED_TEXT = re.compile(rb"""['"](\.*[A-Za-z_][\w.]*)['"]""")


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
