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
_IMPORT_ANYWHERE = re.compile(rb"import[ \t]+[^\n#;]+")
_DOTTED_TEXT = re.compile(rb"""['"](\.*[A-Za-z_][\w.]*)['"]""")
_CALLED = re.compile(rb"""((?:import_module|__import__)\s*\(\s*)['"](\.*[A-Za-z_][\w.]*)['"]""")


def import_text(data: bytes) -> bytes:
    """Return the import statements of a file, from which `imports_in` reads what it reads from all.

    What comes first in the patterns is looked for at the speed of memory, so that it costs a
    fraction of that.
    """
    if b"import" not in data:
        return b""
    # What lies between the statements, and what is imported from where.
    pieces = _FROM.split(data.removeprefix(codecs.BOM_UTF8))
    found = [b"from %b import %b" % each for each in zip(pieces[1::3], pieces[2::3], strict=True)]
    rest = b"".join(pieces[::3])
    for match in _IMPORT_ANYWHERE.finditer(rest):
        start = match.start()
        before = rest[rest.rfind(b"\n", 0, start) + 1 : start].rstrip(b" \t")
        if not before or before.endswith((b";", b":")):
            found.append(match.group())
    for call in _DYNAMIC:
        if call in data:
            found.append(call)
            found += (b'%b"%b"' % each for each in _CALLED.findall(data))
            found += (b'"%b"' % text for text in _DOTTED_TEXT.findall(data))
    return b"\n".join(found)


def imports_in(data: bytes) -> Iterator[tuple[str, str | None]]:
    """Yield each import: the module (with its leading dots), and the name taken from it.

    The name is None for `import module`, a star for all of them. Where modules are imported by
    calls, every dotted text in the file may be one; a single word that is not the argument itself
    is too common for that, and only means a module beside the file.
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
        called = {text for _, text in _CALLED.findall(data)}
        for text in _DOTTED_TEXT.findall(data):
            name = text.decode()
            yield name if b"." in text or text in called else f".{name}", None
