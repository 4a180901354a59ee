"""The rows of `libraries.toml` against the standard library, requests and urllib3."""

from __future__ import annotations

import builtins
import importlib
import inspect
import sys
from typing import Any

import pytest

from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Argument, HttpFunction

LIBRARIES = load_rules().libraries
SDK = load_rules().sdk

PRESENT = {"requests", "urllib3", *sys.stdlib_module_names}
ELSEWHERE = {
    "os.popen2",
    "os.popen3",
    "os.popen4",
    "os.startfile",
    "urllib.urlencode",
    "urllib.urlopen",
}
"""Functions of Python 2 or of Windows in modules that are there."""


def is_present(dotted: str) -> bool:
    return dotted.partition(".")[0] in PRESENT and dotted not in ELSEWHERE


def resolve(dotted: str) -> Any:
    """Return what a name stands for; one without a dot is a built-in function."""
    if "." not in dotted:
        return getattr(builtins, dotted)
    parts = dotted.split(".")
    for end in range(len(parts) - 1, 0, -1):
        try:
            value: Any = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            value = getattr(value, part)
        return value
    raise ModuleNotFoundError(dotted)


def takes(function: Any, argument: Argument) -> bool:
    """Tell whether a function has the parameter, by its name and at its position."""
    parameters = inspect.signature(function).parameters
    names = [name for name in parameters if name != "self"]
    if argument.keyword is None:
        return argument.position is not None and argument.position < len(names)
    if any(each.kind is each.VAR_KEYWORD for each in parameters.values()):
        named = True
    else:
        named = argument.keyword in names
    if argument.position is None:
        return named
    return named and names[argument.position] == argument.keyword


def arguments(row: HttpFunction) -> list[Argument]:
    return [argument for argument in (row.url, *row.data) if argument is not None]


PLAIN = [
    *LIBRARIES.decoders,
    *LIBRARIES.passes,
    *LIBRARIES.encoders,
    *LIBRARIES.signers,
    *LIBRARIES.runners,
    *LIBRARIES.pairs,
    *LIBRARIES.queues,
    *LIBRARIES.enters,
    *LIBRARIES.starts,
    *LIBRARIES.tasks,
    *LIBRARIES.serialisers,
    *LIBRARIES.same_as.values(),
    *LIBRARIES.makes.values(),
    *LIBRARIES.proxies.values(),
]
FUNCTIONS = [*LIBRARIES.http_functions.values(), *LIBRARIES.request_objects.values()]


@pytest.mark.parametrize(
    "dotted", [dotted for dotted in PLAIN if "." not in dotted or is_present(dotted)]
)
def test_a_function_is_there(dotted: str) -> None:
    assert callable(resolve(dotted))


@pytest.mark.parametrize(
    "row", [row for row in FUNCTIONS if is_present(row.name)], ids=lambda row: row.name
)
def test_a_request_function_takes_its_arguments(row: HttpFunction) -> None:
    function = resolve(row.name)

    assert all(takes(function, argument) for argument in arguments(row))


@pytest.mark.parametrize("name", [name for name in LIBRARIES.http_clients if is_present(name)])
def test_a_request_client_has_its_methods(name: str) -> None:
    row = LIBRARIES.http_clients[name]
    made = resolve(name)
    if row.base is not None:
        assert takes(made, row.base)
    kind = made if isinstance(made, type) else returned_by(name)
    for method in row.methods.values():
        assert all(takes(getattr(kind, method.name), each) for each in arguments(method))
    assert all(hasattr(kind, method) for method in row.answers)


def returned_by(name: str) -> type:
    """Return the class of what a function makes that is written like a class."""
    made = resolve(name)("localhost") if name.startswith("urllib3") else resolve(name)()
    return type(made)


def test_there_are_rows_to_prove_for_each_present_library() -> None:
    proven = {row.name.partition(".")[0] for row in FUNCTIONS if is_present(row.name)}
    clients = {name.partition(".")[0] for name in LIBRARIES.http_clients if is_present(name)}

    assert proven == {"requests", "urllib", "urllib3"}
    assert clients == {"requests", "urllib", "urllib3", "http"}


@pytest.mark.parametrize(
    "library",
    [
        "requests", "httpx", "urllib", "urllib2", "urllib3", "http", "httplib", "aiohttp",
        "six", "tornado",
    ],
)  # fmt: skip
def test_a_library_that_sends_requests_is_described(library: str) -> None:
    names = [*LIBRARIES.http_functions, *LIBRARIES.http_clients]

    assert any(name.startswith(f"{library}.") for name in names)


@pytest.mark.parametrize(
    "library",
    ["requests", "django", "websockets", "socketio", "boto3", "stripe", "alipay", "lark_oapi",
     "pybit", "aliyunsdkcore", "qcloudsms_py", "qcloud_cos", "huaweicloudsdkcore", "redis",
     "pymysql", "sqlalchemy", "numpy", "pytest", "click", "telegram", "wechatpy"],
)  # fmt: skip
def test_a_well_known_library_is_known(library: str) -> None:
    assert library in LIBRARIES.known


def test_what_a_function_does_or_makes_is_described() -> None:
    described = {*LIBRARIES.enters, *LIBRARIES.passes, *LIBRARIES.tasks}
    classes = {name.rpartition(".")[0] for name in described}

    assert set(LIBRARIES.makes.values()) <= classes
    assert not {*LIBRARIES.same_as} & {*LIBRARIES.same_as.values()}


def test_known_libraries_are_named_by_their_top_level_package() -> None:
    assert len(LIBRARIES.known) > 500
    assert all(name.isidentifier() for name in LIBRARIES.known)


@pytest.mark.parametrize(
    "name",
    ["utils", "common", "config", "core", "helpers", "api", "client", "lib", "settings", "models",
     "app", "base", "cloud", "qcloud", "sdk", "errors", "constants", "service", "services", "tools",
     "src", "main", "tests", "lb", "clb", "dns", "monitor", "schedule", "records", "tables"],
)  # fmt: skip
def test_a_name_that_projects_use_for_their_own_is_not_known(name: str) -> None:
    assert name not in LIBRARIES.known


def test_known_libraries_are_neither_an_sdk_of_either_api_nor_the_standard_library() -> None:
    assert not LIBRARIES.known & {*SDK.legacy_imports, *SDK.current_imports}
    assert not LIBRARIES.known & sys.stdlib_module_names
