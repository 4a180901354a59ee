"""Hosts of a proxy: each begins like a legacy host and goes on."""

import os

SUFFIX = ".proxy.example.net"
LEGACY_PREFIX = "lb.api.qcloud"
ZONE = os.environ.get("ZONE", "cn")


def by_plus() -> str:
    return "https://lb" + ".api.qcloud" + ".com" + SUFFIX + "/v2/index.php"


def by_format(product: str) -> str:
    return "https://{}.api.qcloud.{}/".format(product, "example")


def by_f_string(product: str) -> str:
    return f"https://{product}.api.qcloud.com{SUFFIX}/v2/index.php"


def by_join() -> str:
    return ".".join([LEGACY_PREFIX, "example", ZONE])


def by_percent() -> str:
    return "%s.%s%s" % (LEGACY_PREFIX, "com", SUFFIX)
