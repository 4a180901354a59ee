"""The rows of `sdk.toml`: every name and argument against the installed SDKs."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import pkgutil
import re
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import QcloudApi
from QcloudApi.modules.base import Base
from tencentcloud.clb.v20180317.clb_client import ClbClient
from tencentcloud.common.common_client import CommonClient
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException

from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Argument, ClientClass

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
            for argument in (method.action, method.params):
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
