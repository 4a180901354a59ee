# min-confidence: possible
"""Hosts that are near to the legacy ones and are others."""

from urllib.parse import urlsplit

import requests

MIRRORS = [
    "https://api.qcloud.com.example.org/v2/index.php",
    "https://lb.api.qcloud.com.proxy.example.net/",
    "https://myapi.qcloud.com/v2/index.php",
    "https://lb-api.qcloud.com/v2/index.php",
    "https://www.qcloud.com/document/product/214",
    "https://lb.api.qcloud.example/v2/index.php",
]
NEW = {"clb": "clb.tencentcloudapi.com", "sms": "sms.tencentcloudapi.com"}
BUCKET = "https://backup-1250000000.cos.ap-guangzhou.myqcloud.com"
VIDEO = "fcgi.video.qcloud.com/common_access"
CONSOLE = "console.qcloud.com"


def first_answer():
    for mirror in MIRRORS:
        answer = requests.get(mirror, timeout=3).json()
        if answer["code"] == 4100 or answer["code"] == 5000:
            continue
        if answer["code"] == 0 and answer["message"] == "":
            return urlsplit(mirror).hostname, answer
    return CONSOLE, requests.get("https://" + NEW["clb"], timeout=3).json()
