"""The rows of `modules.toml` and `endpoints.toml` against the SDKs of both APIs."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from QcloudApi import modules
from QcloudApi.modules.base import Base
from QcloudApi.qcloudapi import QcloudApi
from tencentcloud.clb.v20180317.clb_client import ClbClient

from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Module

RULES = load_rules()
KEYS = {"secretId": "id", "secretKey": "key"}
LEGACY = sorted({info.name for info in pkgutil.iter_modules(modules.__path__)} - {"base"})
WITH_PRODUCT = [row for row in RULES.modules.values() if row.product is not None]
WITHOUT_PRODUCT = [row for row in RULES.modules.values() if row.product is None]


def name(row: Module) -> str:
    return row.module


def service(module: str) -> Base:
    """Return what the legacy SDK makes of a module name."""
    return QcloudApi(module, {})._factory(module, dict(KEYS))


def test_the_legacy_sdk_has_modules_to_compare_with() -> None:
    assert len(LEGACY) == 44
    assert len(RULES.modules) == 67


@pytest.mark.parametrize("module", LEGACY)
def test_every_module_of_the_legacy_sdk_is_known_with_its_host(module: str) -> None:
    classes = vars(importlib.import_module(f"QcloudApi.modules.{module}")).values()
    hosts = {
        vars(cls)["requestHost"]
        for cls in classes
        if isinstance(cls, type) and issubclass(cls, Base) and cls is not Base
    }

    assert hosts == {RULES.modules[module].host}
    assert RULES.modules[module].has_class


def test_no_other_row_claims_a_class_of_the_legacy_sdk() -> None:
    assert sorted(row.module for row in RULES.modules.values() if row.has_class) == LEGACY


@pytest.mark.parametrize("row", RULES.modules.values(), ids=name)
def test_the_legacy_sdk_asks_the_host_of_the_row(row: Module) -> None:
    assert service(row.module).requestHost == row.host


def test_a_configured_endpoint_counts_only_without_a_class() -> None:
    for row in RULES.modules.values():
        config = {**KEYS, "endpoint": "elsewhere.example"}
        host = QcloudApi(row.module, {})._factory(row.module, config).requestHost

        assert host == (row.host if row.has_class else "elsewhere.example")


@pytest.mark.parametrize("row", RULES.modules.values(), ids=name)
def test_a_host_is_below_a_legacy_domain(row: Module) -> None:
    assert row.host.endswith(tuple(f".{suffix}" for suffix in RULES.endpoints.legacy_suffixes))
    assert not row.host.endswith(RULES.endpoints.current_suffixes)


def test_no_two_modules_have_one_host() -> None:
    assert len({row.host for row in RULES.modules.values()}) == len(RULES.modules)


def test_clb_is_no_module_of_the_legacy_api() -> None:
    assert "clb" not in RULES.modules


@pytest.mark.parametrize("row", WITH_PRODUCT, ids=name)
def test_host_and_package_of_a_product_follow_its_name(row: Module) -> None:
    assert row.current_host == f"{row.product}.{RULES.endpoints.current_suffixes[0]}"
    assert row.package == f"tencentcloud-sdk-python-{row.product}"
    assert row.confidence != "unknown"


@pytest.mark.parametrize("row", WITH_PRODUCT, ids=name)
def test_the_version_of_a_product_makes_the_legacy_host_answer_in_the_3_0_form(row: Module) -> None:
    assert row.version is not None
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", row.version)
    assert row.current_versions == (row.version,)


@pytest.mark.parametrize("row", WITHOUT_PRODUCT, ids=name)
def test_a_module_without_a_product_has_nothing_of_one(row: Module) -> None:
    assert (row.version, row.current_host, row.package) == (None, None, None)
    assert row.current_versions == ()
    assert row.confidence == "unknown"


def test_the_load_balancer_is_the_clb_of_the_3_0_sdk() -> None:
    row = RULES.modules["lb"]

    assert row.product == ClbClient._service
    assert row.version == ClbClient._apiVersion
    assert row.current_host == ClbClient._endpoint
    assert row.confidence == "official"


def test_a_version_of_cvm_is_pointless_for_the_load_balancer() -> None:
    assert "2017-03-12" not in RULES.modules["lb"].current_versions
    assert "2017-03-12" in RULES.modules["lb"].note
    assert RULES.modules["cvm"].current_versions == ("2017-03-12",)


@pytest.mark.parametrize("row", RULES.modules.values(), ids=name)
def test_a_row_tells_where_it_is_from(row: Module) -> None:
    assert row.source


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("gz", "ap-guangzhou"),
        ("sh", "ap-shanghai"),
        ("bj", "ap-beijing"),
        ("hk", "ap-hongkong"),
        ("ca", "na-toronto"),
        ("usw", "na-siliconvalley"),
        ("use", "na-ashburn"),
        ("de", "eu-frankfurt"),
        ("szjr", "ap-shenzhen-fsi"),
    ],
)
def test_a_short_region_becomes_the_full_one(short: str, full: str) -> None:
    assert RULES.endpoints.regions[short] == full


def test_regions_are_short_on_one_side_and_full_on_the_other() -> None:
    regions = RULES.endpoints.regions

    assert len(regions) == 18
    assert len(set(regions.values())) == len(regions)
    assert all(re.fullmatch(r"[a-z]{2,4}", short) for short in regions)
    assert all(re.fullmatch(r"(ap|na|eu)-[a-z]+(-fsi)?", full) for full in regions.values())


def test_the_legacy_path_is_that_of_the_legacy_sdk() -> None:
    assert RULES.endpoints.legacy_path == Base.requestUri


def test_the_legacy_sdk_sends_the_parameters_of_a_hand_made_signature() -> None:
    client = QcloudApi("lb", {**KEYS, "Region": "gz", "Version": "2018-03-17"})
    address = client.generateUrl("DescribeLoadBalancers", {})
    sent = set(re.findall(r"[?&](\w+)=", address))

    assert {
        *RULES.endpoints.signature_parameters,
        RULES.endpoints.action_parameter,
        RULES.endpoints.version_parameter,
    } <= sent
