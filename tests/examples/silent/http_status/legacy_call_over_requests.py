"""Hand-made client: the HTTP status is no error code, the `code` in the body is one."""
import logging

import requests

from ops.signing import signed

LB_URL = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com
log = logging.getLogger("ops.lb")


class TransportError(Exception):
    pass


def describe(region):
    params = signed({"Region": region, "limit": 100})
    response = requests.get(LB_URL, params=params, timeout=10)  # expect: CLB204
    if response.status_code != 200:
        raise TransportError(response.status_code)
    if response.status_code // 100 == 4 or response.status_code >= 500:
        raise TransportError(response.reason)
    log.info("%s answered %s in %s", response.url, response.status_code, response.elapsed)
    if response.headers.get("X-Code") == "4100":
        log.warning("the proxy says no")
    answer = response.json()
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError("check the signature")
    if answer["totalCount"] == 5000:
        log.warning("the list is cut at 5000 entries")
    return answer["loadBalancerSet"]
