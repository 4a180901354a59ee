"""What a dotted name from outside the project is: SDK class, HTTP function, decoder, or other.

The rows say it; this module only matches. Names of an SDK are matched as a suffix at a dot, so a
copy kept under `vendor.` is found, while `mylib.QcloudApi` is not.
"""

from __future__ import annotations

import re
import sys
from functools import cached_property, lru_cache

from clb_migrate.analysis.hosts import HostFinder
from clb_migrate.table.rows import (
    ClientClass,
    ClientFunction,
    HttpClient,
    HttpFunction,
    Rules,
)


def _as_pattern(name: str) -> str:
    return r"(?:^|\.)" + re.escape(name).replace(r"\*", r".+") + "$"


class Names:
    """Answers about dotted names, from one set of rules."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._legacy = [(re.compile(_as_pattern(c.name)), c) for c in rules.sdk.legacy_clients]
        self._current = [(re.compile(_as_pattern(c.name)), c) for c in rules.sdk.current_clients]
        self._functions = [(re.compile(_as_pattern(f.name)), f) for f in rules.sdk.legacy_functions]
        self._exceptions = [re.compile(_as_pattern(n)) for n in rules.sdk.current_exceptions]
        self.legacy_client = lru_cache(4096)(self._legacy_client)
        self.legacy_function = lru_cache(4096)(self._legacy_function)
        self.current_client = lru_cache(4096)(self._current_client)
        self._is_legacy = lru_cache(16384)(self._is_legacy_import)

    @cached_property
    def hosts(self) -> HostFinder:
        """What finds the hosts of both APIs in texts."""
        return HostFinder(self.rules.endpoints)

    @cached_property
    def sdk_paths(self) -> tuple[tuple[str, ...], ...]:
        """Module paths inside the legacy SDKs that prove an import, wherever it is vendored."""
        names = [row.name for row in self.rules.sdk.legacy_clients]
        names += self.rules.sdk.legacy_exceptions
        paths = {tuple(n.split(".")[:-1]) for n in names if "*" not in n}
        return tuple(sorted(path for path in paths if len(path) > 1))

    @cached_property
    def sdk_roots(self) -> frozenset[str]:
        """The packages that those paths start from."""
        return frozenset(path[0] for path in self.sdk_paths)

    def _legacy_client(self, name: str) -> ClientClass | None:
        return next((row for pattern, row in self._legacy if pattern.search(name)), None)

    def _legacy_function(self, name: str) -> ClientFunction | None:
        return next((row for pattern, row in self._functions if pattern.search(name)), None)

    def _current_client(self, name: str) -> ClientClass | None:
        return next((row for pattern, row in self._current if pattern.search(name)), None)

    def is_current_exception(self, name: str) -> bool:
        """Tell whether `name` is an exception class of the 3.0 SDK."""
        return any(pattern.search(name) for pattern in self._exceptions)

    def is_legacy_import(self, name: str, *, in_project: bool) -> bool:
        """Tell whether importing the dotted `name` imports a legacy SDK.

        `in_project`: the project has a module of that name, which then must show the SDK's own
        inner path to count as a copy of it.
        """
        return self._is_legacy(name, in_project)

    def _is_legacy_import(self, name: str, in_project: bool) -> bool:
        parts = tuple(part for part in name.split(".") if part)
        if not parts:
            return False
        for path in self.sdk_paths:
            if any(parts[at : at + len(path)] == path for at in range(len(parts) - len(path) + 1)):
                return True
        if in_project or name.startswith("."):
            return False
        return any(
            re.fullmatch(re.escape(root).replace(r"\*", ".+"), parts[0])
            for root in self.rules.sdk.legacy_imports
        )

    def leads_to_requests(self, dotted: str) -> bool:
        """Tell whether a name is that of something that sends requests, or of what holds that."""
        return (
            dotted in self._holders
            or self.legacy_client(dotted) is not None
            or self.legacy_function(dotted) is not None
        )

    @cached_property
    def _holders(self) -> frozenset[str]:
        """The packages and modules on the way to clients and functions of legacy SDKs."""
        sdk = self.rules.sdk
        names = [row.name for row in sdk.legacy_clients]
        names += [row.name for row in sdk.legacy_functions]
        whole = [name.partition("*")[0].rpartition(".")[0].split(".") for name in names]
        return frozenset(
            ".".join(path[:end]) for path in whole for end in range(1, len(path) + 1) if path[0]
        )

    def is_current_import(self, name: str) -> bool:
        """Tell whether the dotted `name` belongs to the 3.0 SDK."""
        return name.split(".", maxsplit=1)[0] in self.rules.sdk.current_imports

    def http_function(self, name: str) -> HttpFunction | None:
        """Return the row of a function that sends a request."""
        return self.rules.libraries.http_functions.get(name)

    def http_client(self, name: str) -> HttpClient | None:
        """Return the row of a class that sends requests."""
        return self.rules.libraries.http_clients.get(name)

    def request_object(self, name: str) -> HttpFunction | None:
        """Return the row of a class that describes a request."""
        return self.rules.libraries.request_objects.get(name)

    def is_one_of(self, names: tuple[str, ...], name: str) -> bool:
        """Tell whether `name` is listed, with or without the `builtins.` in front."""
        return name in names or name.removeprefix("builtins.") in names

    def is_known(self, name: str) -> bool:
        """Tell whether `name` comes from the standard or a well-known library."""
        root = name.split(".", maxsplit=1)[0]
        return bool(root) and (
            root in sys.stdlib_module_names
            or root == "builtins"
            or root in self.rules.libraries.known
        )
