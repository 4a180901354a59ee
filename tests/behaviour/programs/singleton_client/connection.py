"""One client for the whole program, made when first needed."""
import functools

from QcloudApi.qcloudapi import QcloudApi

SECRET_ID = "AKIDexample"
SECRET_KEY = "examplekey"


@functools.lru_cache(maxsize=None)
def client():
    return QcloudApi("lb", {
        "Region": "gz",
        "secretId": SECRET_ID,
        "secretKey": SECRET_KEY,
    })
