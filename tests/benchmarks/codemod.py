"""A codemod as plain as one can be: it looks for what the other peers look for, changes nothing."""

from __future__ import annotations

import libcst
from libcst.codemod import VisitorBasedCodemodCommand

KEYS = frozenset({"code", "codeDesc"})


class FindLegacy(VisitorBasedCodemodCommand):
    """Warns of compared codes, hosts and imports of API 2.0."""

    DESCRIPTION = "Finds error codes, hosts and imports of API 2.0."

    def visit_Comparison(self, node: libcst.Comparison) -> None:
        """Find `answer["code"] == 4100`."""
        left = node.left
        if isinstance(left, libcst.Subscript):
            index = left.slice[0].slice
            key = index.value if isinstance(index, libcst.Index) else None
            if isinstance(key, libcst.SimpleString) and key.raw_value in KEYS:
                self.warn("A numeric error code of API 2.0 is compared.")

    def visit_SimpleString(self, node: libcst.SimpleString) -> None:
        """Find hosts."""
        if "api.qcloud.com" in node.value:
            self.warn("A host of API 2.0.")

    def visit_ImportFrom(self, node: libcst.ImportFrom) -> None:
        """Find the SDK."""
        module = node.module
        while isinstance(module, libcst.Attribute):
            module = module.value  # type: ignore[assignment]
        if isinstance(module, libcst.Name) and module.value == "QcloudApi":
            self.warn("The SDK of API 2.0.")
