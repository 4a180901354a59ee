"""The rows of `sdk.toml`: every name and argument against the installed SDKs."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import pkgutil
import re
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import QcloudApi
from QcloudApi.modules.base import Base
from QcloudApi.modules.lb import Lb
from tencentcloud.clb.v20180317.clb_client import ClbClient
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Argument, ClientClass, Import

SDK = load_rules().sdk
MODULES = load_rules().modules
ASYNCHRONOUS = "tencentcloud.*_client_async.*Client"
LEGACY = [row for row in SDK.legacy_clients if row.name.startswith("QcloudApi.")]
INSTALLED = [*LEGACY, *(row for row in SDK.current_clients if row.name != ASYNCHRONOUS)]


def name(row: ClientClass) -> str:
    return row.name


def matches(row: ClientClass, dotted: str) -> bool:
    pattern = re.escape(row.name).replace(r"\*", ".+")
    return re.search(rf"(^|\.){pattern}$", dotted) is not None


def classes(package: Any) -> list[tuple[str, type]]:
    """Return the classes that the modules of a package define, by dotted name."""
    found = []
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for value in vars(importlib.import_module(info.name)).values():
            if isinstance(value, type) and value.__module__ == info.name:
                found.append((f"{info.name}.{value.__qualname__}", value))
    return found


CLASSES = [
    *classes(QcloudApi),
    ("tencentcloud.common.common_client.CommonClient", CommonClient),
    ("tencentcloud.clb.v20180317.clb_client.ClbClient", ClbClient),
]


def of(row: ClientClass) -> list[type]:
    """Return the installed classes whose first matching row is `row`."""
    rows = [*SDK.legacy_clients, *SDK.current_clients]
    return [
        cls
        for dotted, cls in CLASSES
        if next((other for other in rows if matches(other, dotted)), None) is row
    ]


def parameter(function: Any, argument: Argument) -> str:
    """Return the name of the parameter that takes `argument` when it is given by position."""
    names = [name for name in inspect.signature(function).parameters if name != "self"]
    assert argument.position is not None
    return names[argument.position]


@pytest.mark.parametrize("row", INSTALLED, ids=name)
def test_a_client_row_stands_for_a_class_that_is_there(row: ClientClass) -> None:
    assert of(row)


def test_the_asynchronous_clients_are_there() -> None:
    """Their modules import httpx, which only an extra of the SDK brings, so they are read."""
    (row,) = [row for row in SDK.current_clients if row.name == ASYNCHRONOUS]

    for module, client in (
        ("tencentcloud.common.common_client_async", "CommonClient"),
        ("tencentcloud.clb.v20180317.clb_client_async", "ClbClient"),
    ):
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        assert f"\nclass {client}(AbstractClient):" in Path(spec.origin).read_text("utf-8")
        assert matches(row, f"{module}.{client}")


@pytest.mark.parametrize("row", INSTALLED, ids=name)
def test_a_client_is_made_with_the_arguments_of_the_row(row: ClientClass) -> None:
    for argument in (row.module, row.config):
        if argument is not None:
            assert all(parameter(cls, argument) == argument.keyword for cls in of(row))


@pytest.mark.parametrize("row", INSTALLED, ids=name)
def test_a_method_takes_the_arguments_of_the_row(row: ClientClass) -> None:
    for method in row.methods.values():
        for cls in of(row):
            function = getattr(cls, method.name)
            for argument in (method.action, method.params, method.timeout, method.debug):
                if argument is not None:
                    assert parameter(function, argument) == argument.keyword


def test_the_load_balancer_class_is_known_by_its_module() -> None:
    (row,) = [row for row in LEGACY if row.fixed_module is not None]

    assert of(row)[0].requestHost == MODULES["lb"].host  # type: ignore[attr-defined]  # untyped SDK
    assert row.fixed_module == "lb"


def test_all_classes_of_modules_are_clients() -> None:
    services = [(dotted, cls) for dotted, cls in CLASSES if issubclass(cls, Base)]

    assert len(services) == 45
    assert all(any(matches(row, dotted) for row in LEGACY) for dotted, _ in services)


@pytest.mark.parametrize(
    ("dotted", "found"),
    [
        ("QcloudApi.qcloudapi.QcloudApi", True),
        ("src.QcloudApi.qcloudapi.QcloudApi", True),
        ("vendor.tencent.QcloudApi.modules.lb.Lb", True),
        ("qcloudapi3.Api", True),
        ("qcloudsdklb.DescribeLoadBalancersRequest.DescribeLoadBalancersRequest", True),
        ("mycloud.QcloudApi", False),
        ("MyQcloudApi.qcloudapi.QcloudApi", False),
        ("qcloudsms_py.SmsSingleSender", False),
        ("qcloud_cos.CosS3Client", False),
    ],
)
def test_clients_are_found_by_the_end_of_their_name(dotted: str, found: bool) -> None:
    assert any(matches(row, dotted) for row in SDK.legacy_clients) is found


class Recorder(dict[str, str]):
    """A configuration that remembers which keys were asked for."""

    def __init__(self) -> None:
        super().__init__(secretId="id", secretKey="key", endpoint="own.api.qcloud.com")
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)


@pytest.mark.parametrize("row", LEGACY, ids=name)
def test_the_legacy_sdk_reads_the_keys_of_the_configuration(row: ClientClass) -> None:
    config = Recorder()
    service = of(row)[0] if row.fixed_module else Base
    service(config)

    assert set(row.config_keys.values()) == config.asked


@pytest.mark.parametrize("dotted", [*SDK.legacy_exceptions, *SDK.current_exceptions])
def test_an_exception_can_be_imported(dotted: str) -> None:
    module, _, attribute = dotted.rpartition(".")

    assert issubclass(getattr(importlib.import_module(module), attribute), Exception)


def test_the_legacy_sdk_raises_nothing_else() -> None:
    dotted = {dotted for dotted, cls in CLASSES if issubclass(cls, Exception)}

    assert dotted == set(SDK.legacy_exceptions)


def test_the_code_of_a_3_0_error_is_where_the_rows_say() -> None:
    error = TencentCloudSDKException("InvalidParameter.LBIdNotFound", "no such load balancer", "id")

    for attribute in SDK.current_code_attributes:
        assert getattr(error, attribute) == "InvalidParameter.LBIdNotFound"
    for method in SDK.current_code_methods:
        assert getattr(error, method)() == "InvalidParameter.LBIdNotFound"


@pytest.mark.parametrize("distribution", ["qcloudapi-sdk-python", *SDK.replacement_distributions])
def test_a_distribution_exists(distribution: str) -> None:
    assert metadata.version(distribution)


@pytest.mark.parametrize("distribution", SDK.legacy_distributions)
def test_a_distribution_is_named_as_indexes_compare_names(distribution: str) -> None:
    assert distribution == re.sub(r"[-_.]+", "-", distribution).lower()


def test_the_legacy_import_roots_are_those_of_the_packages() -> None:
    assert "QcloudApi" in SDK.legacy_imports
    assert QcloudApi.__name__ in SDK.legacy_imports
    assert not set(SDK.legacy_imports) & set(SDK.current_imports)


# What emitted code is made of.

CURRENT = SDK.current


def imported(name: Import) -> Any:
    """Return what `from module import name` binds; the name may be that of a module."""
    return getattr(__import__(name.module, fromlist=[name.name]), name.name)


def arguments(function: Any) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


def test_the_classes_take_the_arguments_of_the_row() -> None:
    credential = getattr(imported(CURRENT.credential), CURRENT.credential_class)
    client = imported(CURRENT.client)
    call = getattr(client, CURRENT.call_method)

    assert arguments(credential) == list(CURRENT.credential_arguments)
    assert arguments(client) == list(CURRENT.client_arguments)
    assert arguments(call)[: len(CURRENT.call_arguments)] == list(CURRENT.call_arguments)
    assert CURRENT.http_profile_argument in arguments(imported(CURRENT.client_profile))
    for argument in (CURRENT.timeout_argument, CURRENT.endpoint_argument):
        assert argument in arguments(imported(CURRENT.http_profile))


def test_a_3_0_client_is_made_of_the_names_of_the_row(monkeypatch: pytest.MonkeyPatch) -> None:
    credential = getattr(imported(CURRENT.credential), CURRENT.credential_class)("i", "k", "t")
    http = imported(CURRENT.http_profile)(**{CURRENT.timeout_argument: SDK.legacy_timeout})
    profile = imported(CURRENT.client_profile)(**{CURRENT.http_profile_argument: http})
    module = MODULES["lb"]
    client = imported(CURRENT.client)(
        module.product, module.version, credential, "ap-guangzhou", profile
    )
    answer = SimpleNamespace(
        status_code=200,
        headers={"Content-Type": "application/json"},
        content=b'{"Response": {"TotalCount": 0, "RequestId": "x"}}',
    )
    monkeypatch.setattr(client.request, "send_request", lambda _: answer)
    sent = getattr(client, CURRENT.call_method)("DescribeLoadBalancers", {})

    assert sent[CURRENT.response_key]["TotalCount"] == 0
    assert client.profile.httpProfile.reqTimeout == SDK.legacy_timeout


def test_timeouts_where_nobody_says() -> None:
    assert Lb({"secretId": "i", "secretKey": "k"}).apiRequest.req_timeout == SDK.legacy_timeout
    assert getattr(imported(CURRENT.http_profile)(), CURRENT.timeout_argument) == CURRENT.timeout


def test_an_exception_of_the_3_0_sdk_tells_what_it_is() -> None:
    kind = imported(CURRENT.exception)
    answered, own = kind("InternalError", "no", "uuid"), kind("ClientNetworkError", "no")

    assert kind is TencentCloudSDKException
    assert getattr(answered, CURRENT.code_method)() == "InternalError"
    assert getattr(answered, CURRENT.message_method)() == "no"
    assert getattr(answered, CURRENT.request_id_method)() == "uuid"
    assert getattr(own, CURRENT.request_id_method)() is None
    assert CURRENT.code_method in SDK.current_code_methods


def test_the_3_0_sdk_is_a_distribution_of_that_name_and_not_older() -> None:
    installed = metadata.version(CURRENT.distribution)

    assert CURRENT.distribution in SDK.replacement_distributions
    assert [int(part) for part in CURRENT.minimum_version.split(".")] <= [
        int(part) for part in installed.split(".")
    ]


def test_every_legacy_exception_has_what_takes_its_place() -> None:
    assert set(SDK.exception_changes) == set(SDK.legacy_exceptions)
    base, *others = [
        getattr(importlib.import_module(name.rpartition(".")[0]), name.rpartition(".")[2])
        for name in SDK.legacy_exceptions
    ]
    for row in SDK.exception_changes.values():
        assert (row.code is None) == row.name.endswith(f".{base.__name__}")
        for method in row.attributes.values():
            assert callable(getattr(imported(CURRENT.exception), method))
    assert all(issubclass(other, base) for other in others)
    assert base("x").message == "x"


def test_the_3_0_sdk_has_the_client_side_codes() -> None:
    spec = importlib.util.find_spec("tencentcloud.common")
    assert spec is not None
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0])
    source = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))
    for row in SDK.exception_changes.values():
        if row.code is not None:
            assert f'"{row.code}"' in source


def test_every_role_of_a_configuration_has_a_fate() -> None:
    roles = {role for row in SDK.legacy_clients for role in row.config_keys}

    assert roles == set(SDK.config_fates)
    assert {"secret_id", "secret_key", "token", "region"} == {
        role for role, fate in SDK.config_fates.items() if fate == "argument"
    }


@pytest.mark.parametrize("key", SDK.common_parameters)
def test_a_common_parameter_among_those_of_a_call(key: str) -> None:
    """What is dropped never reaches the API as it was given, or says nothing but how to sign."""
    client = Base({"secretId": "i", "secretKey": "k", "Region": "gz", "endpoint": "h"})
    sent = re.findall(rf"[?&]{key}=([^&]*)", client.generateUrl("DescribeOwn", {key: "own"}))

    overwritten = {"Action", "RequestClient", "Signature"}
    assert (sent != ["own"]) == (key in overwritten)
    assert SDK.common_parameters[key] == "dropped" or key not in overwritten


@pytest.mark.parametrize("row", LEGACY, ids=name)
def test_methods_that_change_a_client_change_what_the_row_says(row: ClientClass) -> None:
    for cls in of(row):
        for method in row.methods.values():
            if not method.sets and not method.idle:
                continue
            config = {"secretId": "i", "secretKey": "k", "endpoint": "h"}
            client = cls("lb", config) if row.module else cls(config)
            function = getattr(client, method.name)
            function(*["own" for _ in arguments(function)])
            if method.idle:
                assert set(config) - set(row.config_keys.values()) == {"region"}
            elif method.sets in row.config_keys:
                assert config[row.config_keys[method.sets]] == "own"
            else:
                assert method.sets in ("timeout", "debug")


@pytest.mark.parametrize("row", LEGACY[:2], ids=name)
def test_every_method_of_a_client_of_the_load_balancer_has_a_row(row: ClientClass) -> None:
    (cls,) = of(row)
    assert {name for name, value in inspect.getmembers(cls, callable) if name[0] != "_"} == set(
        row.methods
    )
