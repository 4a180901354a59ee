# min-confidence: possible
from __future__ import annotations

import functools
import os

import lark_oapi as lark

from .errors import LarkError


@functools.lru_cache(maxsize=1)
def client() -> lark.Client:
    return (
        lark.Client.builder()
        .app_id(os.environ["LARK_ID"])
        .app_secret(os.environ["LARK_SECRET"])
        .build()
    )


def checked(response):
    """Give the data of a response, or raise what its code means."""
    if response.code == 0:
        return response.data
    if response.code == 4105:
        client.cache_clear()
    raise LarkError(response.code, response.msg)
