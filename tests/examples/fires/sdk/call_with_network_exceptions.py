import json
import logging

from QcloudApi.common.api_exception import ApiClientNetworkException  # expect: CLB202
from QcloudApi.common.api_exception import ApiServerNetworkException  # expect: CLB202
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

log = logging.getLogger(__name__)


def delete_balancers(config, ids):
    """Delete the balancers; answer True when the platform took the order."""
    client = QcloudApi("lb", config)  # expect: CLB203
    params = {"loadBalancerIds.%d" % n: name for n, name in enumerate(ids)}
    try:
        body = client.call("DeleteLoadBalancers", params)  # expect: CLB204 DeleteLoadBalancers
    except ApiClientNetworkException as error:
        log.warning("no connection: %s", error)
        return False
    except ApiServerNetworkException as error:
        log.warning("HTTP status %s", error.status)
        return False
    answer = json.loads(body)
    if answer["code"] == 5000:  # expect: CLB101 5000
        log.info("already gone: %s", ids)
        return True
    return answer["code"] == 0  # expect: CLB102
