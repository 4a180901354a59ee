"""Which texts name a legacy host, and where a request to an address goes."""

from __future__ import annotations

import pytest

from clb_migrate.analysis.hosts import HOLE, HostFinder
from clb_migrate.table.load import load_rules

FINDER = HostFinder(load_rules().endpoints)


@pytest.mark.parametrize(
    ("text", "host", "module"),
    [
        ("lb.api.qcloud.com", "lb.api.qcloud.com", "lb"),
        ("https://lb.api.qcloud.com/v2/index.php", "lb.api.qcloud.com", "lb"),
        ("GETlb.api.qcloud.com/v2/index.php?", "lb.api.qcloud.com", "lb"),
        ("http://cvm.api.tencentyun.com:80/", "cvm.api.tencentyun.com", "cvm"),
        ("https://%s.api.qcloud.com", "{}.api.qcloud.com", None),
        ("https://{module}.api.qcloud.com", "{}.api.qcloud.com", None),
        (f"https://{HOLE}.api.qcloud.com/v2", "{}.api.qcloud.com", None),
        ("api.qcloud.com", "api.qcloud.com", None),
        (".api.qcloud.com/v2/index.php", "api.qcloud.com", None),
    ],
)
def test_legacy_hosts(text: str, host: str, module: str | None) -> None:
    found = FINDER.legacy(text)
    assert found is not None
    assert (found.text, found.module) == (host, module)


@pytest.mark.parametrize(
    "text",
    [
        "api.qcloud.com.example.org",
        "myapi.qcloud.com",
        "lb.api.qcloud.community",
        "qcloud.com",
        "bucket.cos.ap-guangzhou.myqcloud.com",
        "clb.tencentcloudapi.com",
        "lb.api.qcloudXcom",
    ],
)
def test_hosts_that_only_look_alike(text: str) -> None:
    assert FINDER.legacy(text) is None


def test_a_request_goes_to_its_authority_only() -> None:
    assert FINDER.requested("https://archive.org/?url=https://lb.api.qcloud.com/") is None
    assert FINDER.requested("https://lb.api.qcloud.com/?url=https://archive.org") is not None


@pytest.mark.parametrize(
    ("address", "elsewhere"),
    [
        ("https://api.example.com/v2/index.php", True),
        (f"http://{HOLE}:{HOLE}/status", True),
        (f"https://{HOLE}/v2/index.php", False),
        (f"https://{HOLE}", False),
        (f"{HOLE}/index.php?Action=X", False),
        ("/ping", True),
    ],
)
def test_requests_that_surely_go_elsewhere(address: str, elsewhere: bool) -> None:
    assert FINDER.goes_elsewhere(address) is elsewhere


def test_hosts_ignore_case() -> None:
    found = FINDER.legacy("https://LB.API.QCloud.com/v2/index.php")
    assert found is not None
    assert found.module == "lb"
