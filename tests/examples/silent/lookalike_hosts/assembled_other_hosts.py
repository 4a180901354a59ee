"""Hosts put together from parts; none of them is a legacy host."""

import os

DOMAIN = "qcloud.com"
REGION = os.environ.get("REGION", "ap-guangzhou")


def console(product: str) -> str:
    return f"https://console.{DOMAIN}/{product}"


def service(product: str) -> str:
    return "https://%s.tencentcloudapi.com/" % product


def mirror(product: str) -> str:
    return "https://" + product + ".api." + "example.org" + "/v2/index.php"


def bucket(name: str, app: int) -> str:
    return "{}-{}.cos.{}.my{}".format(name, app, REGION, DOMAIN)


def cdn(name: str) -> str:
    return ".".join([name, "api", "qcloud", "com", "cdn", "example", "net"])


def documentation(page: int = 5000) -> str:
    return "/".join(["https:/", "cloud." + DOMAIN, "document", "product", str(page)])
